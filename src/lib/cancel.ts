// Cancellation without the DOM: any AbortSignal fits.

export interface CancelSignal {
  /** Throws the reason of the cancellation, if there was one. */
  throwIfAborted(): void;
}

/** The same for whoever must hear of it at once, to end a process or a request: any AbortSignal fits as well. */
export interface StopSignal extends CancelSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
