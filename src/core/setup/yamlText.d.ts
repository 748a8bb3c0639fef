// A YAML file that is imported is its text: esbuild bundles it so, and so does `src/generate/markdownAsText.ts`.
declare module '*.yaml' {
  const text: string;
  export default text;
}
