// A markdown file that is imported is its text: esbuild bundles it so, and so does `src/generate/markdownAsText.ts`.
declare module '*.md' {
  const text: string;
  export default text;
}
