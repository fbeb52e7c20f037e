/** The address of a person's page: "dinh-van-man~3f2a91c0aaaa" → "/people/dinh-van-man~3f2a91c0aaaa". */
export const personHref = (id: string) => `/people/${encodeURIComponent(id)}`
