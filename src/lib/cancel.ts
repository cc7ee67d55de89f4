// Cancellation without the DOM: any AbortSignal fits.

export interface CancelSignal {
  /** Throws the reason of the cancellation, if there was one. */
  throwIfAborted(): void;
}
