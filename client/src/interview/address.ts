/** Address of a question of an interview. */
export const questionAddress = (code: string, key: string) => `/i/${code}/q/${encodeURIComponent(key)}`;
