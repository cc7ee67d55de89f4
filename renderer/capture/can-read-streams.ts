// What this browser can do.

/** Whether frames and sound can be read as streams, and held back; elsewhere they are recorded as they come. */
export const canReadStreams = (): boolean =>
  typeof MediaStreamTrackProcessor === 'function' && typeof MediaStreamTrackGenerator === 'function';
