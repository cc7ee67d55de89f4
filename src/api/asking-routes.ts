// Questions and whoever answers them: conversations, models that write, and what may leave this machine for it.
import { MirrorError } from '../domain/errors.ts';
import { api, translating } from './translated.ts';

export const askingRoutes = {
  egress: {
    list: api.egress.list.handler(({ context, input }) => context.services.egress.list(input.limit)),
    payload: api.egress.payload.handler(({ context, input }) => context.services.egress.payload(input.id)),
    verify: api.egress.verify.handler(({ context, input }) => context.services.egress.verify(input)),
    export: api.egress.export.handler(({ context }) => context.services.egress.export()),
  },
  policy: {
    read: api.policy.read.handler(({ context }) => context.services.policy.read()),
    set: api.policy.set.handler(({ context, input }) => context.services.policy.set(input)),
  },
  writer: {
    list: api.writer.list.handler(({ context }) => context.services.writers.list()),
    find: api.writer.find.handler(({ context, signal }) => context.services.writers.find(signal)),
    save: api.writer.save.handler(({ context, input }) => {
      // Whoever got into a page could have any variable of the environment sent to a server of theirs.
      if (!context.namesFiles && /^\s*env:/.test(input.key ?? '')) throw new MirrorError('keys/unusable');
      return context.services.writers.save(input.writer, input.key);
    }),
    remove: api.writer.remove.handler(({ context, input }) => context.services.writers.remove(input.writerId)),
    probe: api.writer.probe.handler(({ context, input, signal }) =>
      context.services.writers.probe(input.writerId, signal),
    ),
    choose: api.writer.choose.handler(({ context, input }) => context.services.writers.choose(input.writer)),
    setBudget: api.writer.setBudget.handler(({ context, input }) => context.services.writers.setBudget(input)),
  },
  chat: {
    ask: api.chat.ask.handler(({ context, input, signal }) =>
      translating(context.services.chat.ask(input, signal), context),
    ),
    decide: api.chat.decide.handler(({ context, input }) => context.services.chat.decide(input)),
    threads: api.chat.threads.handler(({ context, input }) =>
      context.services.chat.threads(input.processId, input.text),
    ),
    thread: api.chat.thread.handler(({ context, input }) => context.services.chat.thread(input.threadId)),
    removeThread: api.chat.removeThread.handler(({ context, input }) =>
      context.services.chat.removeThread(input.threadId),
    ),
    exportThread: api.chat.exportThread.handler(({ context, input }) =>
      context.services.chat.exportThread(input.threadId),
    ),
  },
  ask: api.ask.handler(({ context, input, signal }) => context.services.ask(input, signal)),
};
