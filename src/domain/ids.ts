// Branded ids: a recording's id can never be passed where a process's id is wanted.
import { z } from 'zod';

const id = <const Brand extends string>(brand: Brand) => z.string().min(1).max(80).brand(brand);

export const ProcessId = id('ProcessId');
export type ProcessId = z.infer<typeof ProcessId>;

export const RecordingId = id('RecordingId');
export type RecordingId = z.infer<typeof RecordingId>;

export const TrackId = id('TrackId');
export type TrackId = z.infer<typeof TrackId>;

export const LogId = id('LogId');
export type LogId = z.infer<typeof LogId>;

export const ArtifactId = id('ArtifactId');
export type ArtifactId = z.infer<typeof ArtifactId>;

/** Hash of recording, evidence span and type, so that it survives a new extraction. */
export const ElementId = id('ElementId');
export type ElementId = z.infer<typeof ElementId>;

/** Hash of process and label: an activity's label is unique in its process. */
export const ActivityId = id('ActivityId');
export type ActivityId = z.infer<typeof ActivityId>;

export const TransitionId = id('TransitionId');
export type TransitionId = z.infer<typeof TransitionId>;

export const FindingId = id('FindingId');
export type FindingId = z.infer<typeof FindingId>;

export const JobId = id('JobId');
export type JobId = z.infer<typeof JobId>;

export const QuestionId = id('QuestionId');
export type QuestionId = z.infer<typeof QuestionId>;

export const CorrectionId = id('CorrectionId');
export type CorrectionId = z.infer<typeof CorrectionId>;

/** Of a graph that a person signed off. */
export const ApprovalId = id('ApprovalId');
export type ApprovalId = z.infer<typeof ApprovalId>;
