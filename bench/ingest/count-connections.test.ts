import { expect, test } from 'vitest';
import { leavesMachine } from './count-connections.ts';

test('a connection beyond this machine is told from those on it', () => {
  const lines = [
    '12 connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("140.82.121.4")}, 16) = 0',
    '12 sendto(5, "..", 30, 0, {sa_family=AF_INET6, sin6_port=htons(53), inet_pton(AF_INET6, "2001:db8::1", &x)}, 28) = 30',
    '12 connect(3, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    '12 connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT',
    '12 socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [20, 21]) = 0',
  ];
  expect(lines.map(leavesMachine)).toEqual([true, true, false, false, false]);
});
