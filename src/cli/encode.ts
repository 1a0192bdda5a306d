export const run = async (): Promise<number> => 2
