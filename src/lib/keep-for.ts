// What is worked out of something that never changes, kept as long as that is there.

/** The same function, which works out its answer for each object once. */
export function keepFor<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const kept = new WeakMap<From, { readonly made: Made }>();
  return (from) => {
    const known = kept.get(from) ?? { made: make(from) };
    kept.set(from, known);
    return known.made;
  };
}
