// A log with everything that a format could stumble over, as CSV that Mirror's own import reads.

/** Names with quotes, formulas, tags, emoji and blanks; starts and ends; zones; equal times; capitals that differ. */
export const ODD_LOG = [
  'case,activity,timestamp,start,resource,role,lifecycle',
  'A-1,"say ""yes"", then no",2026-03-02T09:00:00Z,2026-03-02T08:30:00Z,Ann & Bo,clerk,complete',
  'A-1,=1+1,2026-03-02T09:00:00Z,,Ann & Bo,clerk,start',
  'A-1,=1+1,2026-03-02T09:00:00.25Z,,,clerk,complete',
  'A-1,<b>sign</b>,2026-03-02T12:00:00.000123+02:00,,Çelik 😀,,complete',
  '=A-2,object,2026-03-02T09:00:00Z,,-3,end,complete',
  '=A-2,Object,2026-03-02T09:00:00Z,,-3,end,complete',
  "=A-2,map_type,2026-03-02T09:00:00Z,,clerk,''=end,withdraw",
  '=A-2,"two\nlines `and` #quot; ;--> x",2026-03-05T09:00:00Z,,clerk,end,complete',
  '7,…,2026-03-05T09:00:00Z,,7,7,complete',
  '7,—,2026-03-05T10:00:00Z,,7,7,complete',
  '',
].join('\n');
