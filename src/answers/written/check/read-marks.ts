// Citations in the text of a model: "[3]", "[3, 4]", "[3][4]", "[2-4]", "【3】".

const MARK =
  /\s*(?:\[|【)\s*(?:items?\s*)?((?:\d{1,4})(?:\s*(?:,|;|and|[-–])\s*(?:items?\s*)?\d{1,4})*)\s*(?:\]|】)/giu;
/** A range of more is no citation of anything. */
const MOST_IN_RANGE = 10;

/** The text without them, and the numbers in the order in which they come, each once. */
export function readMarks(sentence: string): { text: string; numbers: number[] } {
  const numbers = new Set<number>();
  const text = sentence.replaceAll(MARK, (_, list: string) => {
    for (const part of list.split(/\s*(?:,|;|and)\s*/)) for (const number of readPart(part)) numbers.add(number);
    return '';
  });
  return {
    text: text
      .replaceAll(/\s+([.,;:!?])/g, '$1')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    numbers: [...numbers],
  };
}

function readPart(part: string): number[] {
  const [from = Number.NaN, to = from] = part.split(/\s*[-–]\s*/).map((each) => Number(each.replaceAll(/\D/g, '')));
  const length = Math.min(Math.max(to - from, 0), MOST_IN_RANGE);
  return Array.from({ length: length + 1 }, (_, at) => from + at);
}
