/** An object without what it has no value for, which takes no room then. */
export function withoutNothing<T extends object>(all: T): Compact<T> {
  const some: { [name: string]: unknown } = {};
  for (const name in all) if (all[name] !== undefined) some[name] = all[name];
  // The entries are exactly those that hold something, which is what the type says.
  return some as Compact<T>;
}

type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
