// Encryption of the workspace, answered whether it is open or locked.
import { api, translating } from './translated.ts';

export const vaultRoutes = {
  state: api.vault.state.handler(({ context }) => context.services.vault.state()),
  unlock: api.vault.unlock.handler(({ context, input }) => context.services.vault.unlock(input.secret)),
  lock: api.vault.lock.handler(({ context }) => context.services.vault.lock()),
  make: api.vault.make.handler(({ context, input }) => context.services.vault.make(input)),
  seal: api.vault.seal.handler(({ context, input, signal }) =>
    translating(context.services.vault.seal(input.passphrase, signal), context),
  ),
  unseal: api.vault.unseal.handler(({ context, signal }) =>
    translating(context.services.vault.unseal(signal), context),
  ),
  setPassphrase: api.vault.setPassphrase.handler(({ context, input }) => context.services.vault.setPassphrase(input)),
  renewRecovery: api.vault.renewRecovery.handler(({ context }) => context.services.vault.renewRecovery()),
  keepRecovery: api.vault.keepRecovery.handler(({ context }) => context.services.vault.keepRecovery()),
  addKeystore: api.vault.addKeystore.handler(({ context }) => context.services.vault.addKeystore()),
  removeSlot: api.vault.removeSlot.handler(({ context, input }) => context.services.vault.removeSlot(input.kind)),
};
