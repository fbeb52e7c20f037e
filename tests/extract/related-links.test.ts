// Links to other news under an article.
import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'x.txt', sha256: 'a'.repeat(64), mediaType: 'text/plain', bytes: 1 }
const article = `Xã Tân Lập ra quân làm thủy lợi mùa khô
Sáng nay, xã Tân Lập đã tổ chức ra quân làm thủy lợi với sự tham gia của hơn ba trăm người dân ở chín thôn, nạo vét kênh mương.
Bà con các thôn phấn khởi vì từ nay nước về đến ruộng cuối nguồn, vụ tới sẽ không còn lo thiếu nước như mọi năm.
Mai Thu – Bình An`
const read = (tail: string) => makeRecord(parsedOf(`${article}\n${tail}`), source, lexicon)
const zonesOf = (tail: string) =>
  read(tail)
    .blocks.slice(4)
    .map(({ zone }) => zone)

describe('are no text of the article', () => {
  test.each([
    'Tặng áo ấm cho học trò vùng cao(28/07/2019)\nKhánh thành cầu dân sinh thôn Bốn(27/07/2019)',
    'Tặng áo ấm cho học trò vùng cao (28-07-2019)\nKhánh thành cầu dân sinh thôn Bốn (27.07.2019)\nGửi phản hồi',
    '» Tặng áo ấm cho học trò vùng cao (28/07/2019 08:15)\n» Khánh thành cầu dân sinh thôn Bốn (27/07/2019 09:00)',
    '- Tặng áo ấm cho học trò nghèo các bản vùng cao (28/07)\n- Khánh thành cây cầu dân sinh thứ hai của xã (27/07)',
    '[28/07/2019] Tặng áo ấm cho học trò vùng cao\n[27/07/2019] Khánh thành cầu dân sinh thôn Bốn',
    '(28/07/2019) Tặng áo ấm cho học trò vùng cao\n(27/07/2019) Khánh thành cầu dân sinh thôn Bốn',
    '28/07/2019: Tặng áo ấm cho học trò vùng cao\n27/07/2019: Khánh thành cầu dân sinh thôn Bốn\n02/05/2019: Mở lớp dạy bơi',
    'Tặng áo ấm cho học trò vùng cao 28/07/2019\nKhánh thành cầu dân sinh - 28/07/2019\nMở lớp dạy bơi hè - 02/05/2019',
    'Các tin liên quan:\nTặng áo ấm cho học trò vùng cao\nKhánh thành cầu dân sinh thôn Bốn',
    'Tin đã đăng\n28/07/2019 Tặng áo ấm cho học trò vùng cao\n27/07/2019 Khánh thành cầu dân sinh thôn Bốn',
  ])('%s', (tail) => {
    expect(new Set(zonesOf(tail))).toEqual(new Set(['boilerplate']))
    const { bylines, dates } = read(tail)
    expect(bylines).toEqual([
      { name: 'Mai Thu', kind: 'author' },
      { name: 'Bình An', kind: 'author' },
    ])
    expect(dates.filter(({ text }) => /\d/.test(text))).toEqual([])
  })
})

describe('ignores', () => {
  test.each([
    [
      'sentences',
      'Xã đã khởi công nhà văn hóa (28/07/2019).\nXã đã khánh thành cầu dân sinh (27/07/2019).',
    ],
    ['one line', 'Xã khởi công nhà văn hóa thôn Bốn (28/07/2019)'],
    ['feasts', '- Ngày Quốc tế Phụ nữ (8/3)\n- Ngày Giải phóng miền Nam (30/4)'],
    [
      'what a line announces',
      'Các công trình mà xã đã làm trong năm vừa qua gồm có những công trình sau đây:\n- Nhà văn hóa thôn Bốn (28/07/2019)\n- Cầu dân sinh thôn Bốn (27/07/2019)',
    ],
    [
      'what happened in turn',
      '02/05/2019: Mở lớp dạy bơi\n27/07/2019: Khánh thành cầu dân sinh\n28/07/2019: Tặng áo ấm cho học trò',
    ],
    [
      'a list of news throughout',
      `Tặng áo ấm cho học trò vùng cao (28/07/2019)\n${'Nhiều nhà hảo tâm đã góp áo ấm. '.repeat(3)}\nKhánh thành cầu dân sinh thôn Bốn (27/07/2019)\nMở lớp dạy bơi cho trẻ (02/05/2019)`,
    ],
  ])('%s', (_, tail) => {
    expect(zonesOf(tail)).not.toContain('boilerplate')
  })
})
