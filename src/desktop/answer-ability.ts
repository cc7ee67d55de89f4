// In: what a page asks of the desktop, by name, as it came. Out: the answer, or a refusal before anything is done.
import { ABILITIES, type AbilityInput, type AbilityName, type AbilityOutput } from '../domain/desktop.ts';

export type Abilities = {
  readonly [Name in AbilityName]: (input: AbilityInput<Name>) => AbilityOutput<Name> | Promise<AbilityOutput<Name>>;
};

const isAbility = (name: unknown): name is AbilityName => typeof name === 'string' && Object.hasOwn(ABILITIES, name);

/** @throws where there is no such ability, or its input has another shape; the words never quote the input */
export async function answerAbility(abilities: Abilities, name: unknown, input: unknown): Promise<unknown> {
  if (!isAbility(name)) throw new Error('the desktop has no such ability');
  const given = ABILITIES[name].input.safeParse(input ?? null);
  if (!given.success) throw new Error(`the desktop does not ${name} with this`);
  // Safe: both were looked up by the same name, and the shape has just been checked.
  const act = abilities[name] as (given: unknown) => unknown;
  return act(given.data);
}
