// The words of the pages about copies and versions. Vietnamese is the model.

export const copiesVi = {
  title: 'Bản sao',
  others: (n: string) => `${n} bản sao`,
  versions: (n: string) => `${n} phiên bản khác`,
  both: (n: string) => `${n} bản sao và phiên bản khác`,
  more: (n: string) => `và ${n} bản nữa`,
  relations: {
    copy: 'bản sao',
    'newer-version': 'phiên bản mới hơn',
    'older-version': 'phiên bản cũ hơn',
  },
  received: (when: string) => `nhận lúc ${when}`,
  showAll: 'Hiện riêng từng bản sao',
  showOne: 'Gộp các bản sao',
}

export const copiesEn: {
  [K in keyof typeof copiesVi]: (typeof copiesVi)[K] extends string
    ? string
    : (typeof copiesVi)[K] extends (n: string) => string
      ? (n: string) => string
      : Record<keyof (typeof copiesVi)['relations'], string>
} = {
  title: 'Copies',
  others: (n) => (n === '1' ? '1 copy' : `${n} copies`),
  versions: (n) => (n === '1' ? '1 other version' : `${n} other versions`),
  both: (n) => `${n} copies and other versions`,
  more: (n) => `and ${n} more`,
  relations: {
    copy: 'copy',
    'newer-version': 'newer version',
    'older-version': 'older version',
  },
  received: (when) => `received ${when}`,
  showAll: 'Show every copy by itself',
  showOne: 'Show copies as one',
}
