export interface PrefectureShape {
  /** JIS X 0401, two digits. */
  code: string
  name: string
  /** Two or three characters for a tile. */
  short: string
  /** Id in @svg-maps/japan. */
  shape: string
  /** Column and row of the equal-tile map, from 0. */
  tile: readonly [number, number]
}

/** The 47 prefectures with their place on a map of equal tiles (our own arrangement, 13 columns × 13 rows). */
export const PREFECTURES: readonly PrefectureShape[] = (
  [
    ['01', '北海道', 'hokkaido', 11, 0],
    ['02', '青森県', 'aomori', 11, 2],
    ['03', '岩手県', 'iwate', 12, 3],
    ['04', '宮城県', 'miyagi', 12, 4],
    ['05', '秋田県', 'akita', 11, 3],
    ['06', '山形県', 'yamagata', 11, 4],
    ['07', '福島県', 'fukushima', 12, 5],
    ['08', '茨城県', 'ibaraki', 12, 6],
    ['09', '栃木県', 'tochigi', 11, 6],
    ['10', '群馬県', 'gunma', 10, 6],
    ['11', '埼玉県', 'saitama', 11, 7],
    ['12', '千葉県', 'chiba', 12, 8],
    ['13', '東京都', 'tokyo', 11, 8],
    ['14', '神奈川県', 'kanagawa', 11, 9],
    ['15', '新潟県', 'niigata', 11, 5],
    ['16', '富山県', 'toyama', 9, 5],
    ['17', '石川県', 'ishikawa', 8, 5],
    ['18', '福井県', 'fukui', 8, 6],
    ['19', '山梨県', 'yamanashi', 10, 8],
    ['20', '長野県', 'nagano', 10, 7],
    ['21', '岐阜県', 'gifu', 9, 7],
    ['22', '静岡県', 'shizuoka', 10, 9],
    ['23', '愛知県', 'aichi', 9, 8],
    ['24', '三重県', 'mie', 8, 9],
    ['25', '滋賀県', 'shiga', 8, 7],
    ['26', '京都府', 'kyoto', 7, 7],
    ['27', '大阪府', 'osaka', 7, 8],
    ['28', '兵庫県', 'hyogo', 6, 7],
    ['29', '奈良県', 'nara', 8, 8],
    ['30', '和歌山県', 'wakayama', 7, 9],
    ['31', '鳥取県', 'tottori', 5, 7],
    ['32', '島根県', 'shimane', 4, 7],
    ['33', '岡山県', 'okayama', 5, 8],
    ['34', '広島県', 'hiroshima', 4, 8],
    ['35', '山口県', 'yamaguchi', 3, 8],
    ['36', '徳島県', 'tokushima', 6, 11],
    ['37', '香川県', 'kagawa', 6, 10],
    ['38', '愛媛県', 'ehime', 5, 10],
    ['39', '高知県', 'kochi', 5, 11],
    ['40', '福岡県', 'fukuoka', 2, 9],
    ['41', '佐賀県', 'saga', 1, 9],
    ['42', '長崎県', 'nagasaki', 0, 9],
    ['43', '熊本県', 'kumamoto', 1, 10],
    ['44', '大分県', 'oita', 2, 10],
    ['45', '宮崎県', 'miyazaki', 2, 11],
    ['46', '鹿児島県', 'kagoshima', 1, 11],
    ['47', '沖縄県', 'okinawa', 0, 12],
  ] as const
).map(([code, name, shape, column, row]) => ({
  code,
  name,
  short: name === '北海道' ? name : name.slice(0, -1),
  shape,
  tile: [column, row],
}))
