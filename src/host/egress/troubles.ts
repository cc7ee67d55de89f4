// In: what Node says when a connection fails. Out: the same in words for the person who asked for it.
import { MirrorError } from '../../domain/errors.ts';

/** An error that is none of a connection's is given back as it is. */
export function toTrouble(error: unknown, host: string): unknown {
  if (!(error instanceof Error) || error instanceof MirrorError || error.name === 'AbortError') return error;
  const code = 'code' in error ? String(error.code) : '';
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1];
  if (kind === undefined) return error;
  return new MirrorError(kind, { data: { host, detail: error.message || code }, cause: error });
}

const KINDS = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENODATA)$/, 'egress/unknown-host'],
  [/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT|HOSTNAME_MISMATCH)/, 'egress/certificate'],
  [/^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_\w+)$/, 'egress/cut'],
  [
    /^(ECONNREFUSED|ECONNABORTED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT|EPROTO|ERR_SSL_\w+|ERR_PROXY_\w+)$/,
    'egress/unreachable',
  ],
] as const;
