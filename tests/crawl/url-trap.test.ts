import { describe, expect, test } from 'vitest'
import { trapOf, type UrlTrap } from '../../src/crawl/url-trap.ts'
import { words } from './support/site-words.ts'

const site = 'https://sgd.sonha.edu.vn'

describe('traps', () => {
  test.each<[path: string, trap: UrlTrap]>([
    ['/lich-cong-tac/?thang=5&nam=2031', 'calendar'],
    ['/lich/2031/05', 'calendar'],
    ['/events/2024-03-05/', 'calendar'],
    ['/calendar?week=12', 'calendar'],
    ['/su-kien/?month=5&year=2031', 'calendar'],
    ['/index.php?date=2024-03-05', 'calendar'],
    ['/2023/05/', 'calendar'],
    ['/2023/05/14', 'calendar'],
    ['/tim-kiem/?q=hoc-phi', 'search'],
    ['/timkiem.aspx?tukhoa=thi', 'search'],
    ['/seek/?q=a', 'search'],
    ['/index.php?nv=tin-tuc&op=search', 'search'],
    ['/?s=tuyen+sinh', 'search'],
    ['/tin-tuc/search/', 'search'],
    ['/van-ban?keyword=hoc+phi', 'search'],
    ['/tin-tuc/?sort=xem', 'sorted-or-filtered'],
    ['/tin-tuc/?orderby=date&order=asc', 'sorted-or-filtered'],
    ['/van-ban?filter%5Bloai%5D=1', 'sorted-or-filtered'],
    ['/van-ban?f%5B0%5D=2', 'sorted-or-filtered'],
    ['/tin-tuc/?per_page=100', 'sorted-or-filtered'],
    ['/tin-tuc/print/thong-bao/bai-12.html', 'print-version'],
    ['/tin-tuc/savefile/thong-bao/bai-12.html', 'print-version'],
    ['/tin-tuc/sendmail/thong-bao/bai-12.html', 'print-version'],
    ['/bai-12.html?print=1', 'print-version'],
    ['/index.php?option=com_content&id=4&tmpl=component', 'print-version'],
    ['/in-bai-viet?id=12', 'print-version'],
    ['/users/login/', 'account'],
    ['/dang-nhap.aspx', 'account'],
    ['/dangky', 'account'],
    ['/wp-login.php', 'account'],
    ['/admin/', 'account'],
    ['/index.php?nv=users&op=register', 'account'],
    ['/tin/tin/tin/bai.html', 'repeated-path'],
    ['/a/b/a/b/', 'repeated-path'],
    ['/tin-tuc/x/y/x/y/z', 'repeated-path'],
    ['/c0/c1/c2/c3/c4/c5/c6/c7/c8/c9/c10/c11/c12/c13/c14', 'repeated-path'],
    [`/${'dai-'.repeat(500)}`, 'too-long'],
    ['/a?a=1&b=2&c=3&e=4&g=5&h=6&i=7&j=8&l=9', 'too-many-parameters'],
  ])('%s', (path, trap) => {
    expect(trapOf(site + path, words)).toBe(trap)
  })
})

describe('no traps', () => {
  test.each([
    '/',
    '/tin-tuc/thong-bao/',
    '/tin-tuc/thong-bao/page-3/',
    '/tin-tuc/?page=3',
    '/2023/05/14/hoi-nghi-so-ket-hoc-ky-i/',
    '/2023/05/hoi-nghi-so-ket/',
    '/tin-tuc/lich-cong-tac-tuan-12-nam-2024-512.html',
    '/lich-cong-tac/',
    '/tin-tuc/huong-dan-dang-nhap-he-thong-thi-41.html',
    '/tin-tuc/ket-qua-tim-kiem-cuu-nan-o-xa-muong-toong-52.html',
    '/tin-tuc/thi-in-3d-cho-hoc-sinh-14.html',
    '/index.php?language=vi&nv=tin-tuc&op=thong-bao/bai-12',
    '/pages/chitiet.aspx?ItemID=4&CateID=2',
    '/?p=123',
    '/bai-12.html?download=1&id=0',
    '/van-ban?nam=2023',
    '/van-ban?key=12',
    '/tin/giao-duc/tin/bai-4.html',
    '/documents/20181/20181/ke-hoach.pdf/1a2b',
    `/uploads/${encodeURIComponent('Kế hoạch triển khai thực hiện nhiệm vụ năm học 2023-2024 của Sở Giáo dục và Đào tạo').replaceAll('%20', '-')}.pdf`,
  ])('%s', (path) => {
    expect(trapOf(site + path, words)).toBeNull()
  })
})
