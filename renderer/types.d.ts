/// <reference types="vite/client" />

declare module '*.webm' {
  const url: string;
  export default url;
}
