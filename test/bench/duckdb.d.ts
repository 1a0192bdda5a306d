/** DuckDB is a peer of one bench and no dependency: npm install --no-save @duckdb/node-api@1.5.6-r.1 brings it. */
declare module '@duckdb/node-api' {
  // biome-ignore lint/suspicious/noExplicitAny: the peer's own types come with it
  export type DuckDBConnection = any
  // biome-ignore lint/suspicious/noExplicitAny: the peer's own types come with it
  export const DuckDBInstance: any
}
