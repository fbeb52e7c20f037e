// Texts that are in no old Vietnamese encoding and must come out as they went in: other languages, code, addresses, signs.

export const innocentTexts: ReadonlyArray<readonly [kind: string, text: string]> = [
  [
    'English',
    'The annual conference of the province was held on Monday; delegates discussed schools, roads and water.',
  ],
  [
    'English',
    'The café’s façade — a naïve résumé of the attaché’s exposé, costing £25 (±5%), 20°C, ©2023 ® ™ § 3',
  ],
  [
    'French',
    'Les élèves de l’école ont été reçus à l’hôtel de ville où le thé est né à côté de la forêt, très tôt hier.',
  ],
  [
    'French',
    'Le décret n° 2019-1 du 3 février a été publié : « les bénéficiaires » sont âgés, où qu’ils se trouvent, ça et là.',
  ],
  ['French capitals', 'RÉPUBLIQUE FRANÇAISE – MINISTÈRE DE L’ÉDUCATION – ARRÊTÉ DU 5 FÉVRIER'],
  [
    'French letters',
    'Cœur, sœur, œuvre, bœuf, Noël, maïs, haïr, où, là, déjà, île, âne, fête, pôle, dû, reçu, aiguë',
  ],
  [
    'German',
    'Die Größe der Straße läßt übermäßig schöne Gebäude für Mädchen und Jungen zu, natürlich auch während der Übung.',
  ],
  [
    'German',
    'Änderung der Prüfungsordnung für Öffentliche Bibliotheken; Fußgänger können über die Brücke gehen.',
  ],
  [
    'Spanish',
    'El año pasado la señora enseñó español a los niños de la montaña; ¿cuándo volverá? ¡Mañana! Según él, así será.',
  ],
  [
    'Portuguese',
    'A educação não é só a informação: ações, corações e mães às vezes têm razão, pôr lá avó e avô.',
  ],
  [
    'Polish',
    'Zażółć gęślą jaźń; Łódź, Kraków i Wrocław są pięknymi miastami, które każdy powinien odwiedzić.',
  ],
  ['Czech', 'Příliš žluťoučký kůň úpěl ďábelské ódy; děti šly do školy v Plzni.'],
  ['Swedish', 'Åtta små ål gick över ån; på ön växer träd och blåbär året om.'],
  ['Danish', 'Rødgrød med fløde på Sjælland; børnene gik hjem ad åen før klokken tolv.'],
  ['Icelandic', 'Það er gott veður í dag; þau fóru á hestbak og sáu ána, fjöllin og jökulinn.'],
  ['Turkish', 'Çocuklar bahçede oynuyor; öğretmen güzel bir şarkı söylüyor, ışık düşük.'],
  ['Finnish', 'Tänään on hyvä päivä; työ alkoi myöhään yöllä ja päättyi äkkiä.'],
  ['Hungarian', 'Az árvíztűrő tükörfúrógép működése; a következő évben újra megnézzük.'],
  ['Italian', 'La città è più bella perché c’è il sole; così andrà a finire, però già si sa.'],
  ['Catalan', 'L’àvia i l’oncle són a València; això és una col·lecció de cançons.'],
  ['Russian', 'Министерство образования утвердило новый план работы на год.'],
  [
    'Ethnic minorities',
    'Niê Kđăm, H’Yim Kđoh, Ksor Phước, Êđê, Kpă, Rcom H’Ƀia, Y Thông, Bùi Văn Păn, Krông Nô, Đắk Mil',
  ],
  ['code', 'int a = b ^ c; o += 1; f(a(b)); C++ o+1, a^2 + b^2 = e^x; if (u+o) { a(`x`); }'],
  ['code', 'const re = /[aeo]\\^|u\\+/; let url = a + e; // a^b, o?.x, e~, u.y, i.e. "a\'b"'],
  [
    'SQL',
    "SELECT id, name FROM users WHERE name LIKE '%a%' AND u.id = o.id ORDER BY o.date DESC LIMIT ?",
  ],
  [
    'addresses of pages',
    'https://example.gov.vn/tin-tuc?id=12&ref=a%20b+c; http://www.example.vn/bao-cao/nam-2021.html?a=b',
  ],
  ['encoded address', 'https://example.vn/van-ban/Qu%E1%BA%A3n%20l%C3%BD?x=1+2&y=o+u'],
  ['mail', 'Van phong: vanthu@example.gov.vn, nguyen.van.a+test@example.com; DT: (0215) 3825.123'],
  [
    'numbers',
    '1.234,5 tấn; 12/QĐ-UBND; 29-NQ/TW; 16/2022/TT-BGDĐT; 25°C; 40 m²; 10 m³; ± 5%; 3×4; ½; ¼; 5÷2',
  ],
  ['table of numbers', '1 234 567 89,0 12,5% 2020 2021 2022 – – – 100 ± 2'],
  ['formula', 'x² + y² = z²; α ≤ β; µm, Ω, ≥ 5; 10⁻³; H₂O; CO₂; ∑; ∆t; a ≠ b; 3 ≈ π'],
  [
    'quotation marks',
    '«Đổi mới» và “phát triển” – ‘bền vững’; số: 12/2021 – tr. 5; v.v… (*) § 3 ¶ 2 † ‡',
  ],
  [
    'proper names',
    'Mô-da, Đác-uyn, São Paulo, Zürich, Malmö, Besançon, Nîmes, Orléans, Genève, Düsseldorf, Bogotá',
  ],
  [
    'Vietnamese and English',
    'Trung tâm CNTT (Information Technology Center) – Trường Đại học Bách khoa Hà Nội, Café Phố, Résidence',
  ],
  [
    'Vietnamese and French',
    'Bác sĩ Alexandre Yersin sinh tại Thụy Sĩ, làm việc tại Viện Pasteur Nha Trang (l’Institut Pasteur, fondé à Đà Lạt).',
  ],
  [
    'Vietnamese of Latin-1',
    'hai ông bà và cô chú là cán bô; thân nhân, quê quán, tôi và gia đình ta vê quê ăn cá, ba tôi là giáo viên',
  ],
  [
    'typing mistakes',
    'Ðiện Biên, ngày 5 tháng 3: trƣờng học Ðộc lập, phuơng án, nguời dân, sảy ra, Tếp tục, phổ câp',
  ],
  [
    'bullets',
    '· Thứ nhất; • thứ hai; – thứ ba; » thứ tư; ® nhãn hiệu; © bản quyền; ¤ mục năm; ¯ gạch trên',
  ],
]
