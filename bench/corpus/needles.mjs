// The open needles: sentences planted by make-corpus.mjs and the queries that must find them.
// '|' = cue border. Words that carry a needle never occur in the background vocabulary.
// hits must be found; decoys must not. `closed`: nothing but the hits may be returned (default true).
// `decoysFrom`: the hits of the specs with those names must not be found either.
// `at`, `n`: the cue in which the match starts and how many cues it covers.
const hostileLong = Array.from({ length: 500 }, (_, i) => `palabra${i}`);
export default [
  // single words
  {
    kind: 'word',
    lang: 'es',
    queries: ['zopilote'],
    hits: [
      { es: 'Vimos un zopilote sobre la barranca seca', en: 'We saw a buzzard above the dry ravine' },
      {
        es: 'El abuelo decía que un zopilote|nunca vuela sin motivo',
        en: 'Grandfather used to say that it never flies without a reason'
      }
    ]
  },
  {
    kind: 'word',
    lang: 'en',
    queries: ['sandbag'],
    hits: [{ en: 'They filled the last sandbag before dawn', es: 'Llenaron el último costal antes del alba' }]
  },
  { kind: 'word', lang: 'es', queries: ['tamarindo'], hits: [{ es: 'Debajo del tamarindo nos juntamos a deliberar' }] },
  {
    kind: 'word',
    lang: 'en',
    queries: ['stethoscope'],
    hits: [{ en: 'The nurse kept one stethoscope for all of us', es: 'La enfermera tenía uno solo para todas' }]
  },
  {
    kind: 'word',
    lang: 'all',
    queries: ['trapiche'],
    hits: [{ es: 'En el trapiche viejo guardaban las actas', en: 'In the old sugar mill they kept the minutes' }]
  },
  {
    kind: 'word_plural',
    lang: 'es',
    queries: ['empalizada', 'empalizadas'],
    hits: [{ es: 'Cortaron la empalizada al amanecer' }, { es: 'Las empalizadas llegan hasta el arroyo' }]
  },
  {
    kind: 'word_plural',
    lang: 'en',
    queries: ['lantern', 'lanterns'],
    hits: [{ en: 'She left a lantern on the step' }, { en: 'Forty lanterns went up the hill' }]
  },
  {
    kind: 'word_plural',
    lang: 'es',
    queries: ['camaleón', 'camaleones'],
    hits: [{ es: 'Ese señor es un camaleón, dijo ella' }, { es: 'Son camaleones con corbata' }]
  },
  // beyond Snowball (reported apart): -z/-ces plurals, preterites of -ear verbs
  {
    kind: 'stretch_plural_ces',
    lang: 'es',
    queries: ['perdiz', 'perdices'],
    hits: [{ es: 'Soltaron una perdiz en el patio' }, { es: 'Perdices y codornices, decía el menú' }]
  },
  {
    kind: 'stretch_inflected',
    lang: 'es',
    queries: ['golpear', 'golpeó', 'golpeadas'],
    closed: false,
    hits: [{ es: 'Lo golpearon frente al molino' }, { es: 'Quien golpeó la mesa fue Chole' }]
  },
  // inflected forms
  {
    kind: 'inflected',
    lang: 'es',
    queries: ['exhumar', 'exhumadas', 'exhumó', 'exhumación'],
    hits: [
      { es: 'Ayer exhumaron a nueve en el panteón' },
      { es: 'La exhumación duró tres jornadas' },
      { es: 'Dos hermanas fueron exhumadas allí' },
      { es: 'Nadie exhumó ese rincón' }
    ]
  },
  {
    kind: 'inflected',
    lang: 'es',
    queries: ['hostigar', 'hostigados'],
    hits: [
      { es: 'Nos hostigaron desde aquel agosto' },
      { es: 'La hostigada era mi tía' },
      { es: 'Volvió a hostigar a los de abajo' }
    ]
  },
  {
    kind: 'inflected',
    lang: 'es',
    queries: ['fumigó', 'fumigaban'],
    hits: [{ es: 'La avioneta fumigó dos veces' }, { es: 'Las parcelas fumigadas quedaron amarillas' }]
  },
  {
    kind: 'inflected',
    lang: 'en',
    queries: ['smuggle', 'smuggled', 'smuggling'],
    hits: [{ en: 'He was accused of smuggling medicine' }, { en: 'Somebody smuggled the tapes out' }]
  },
  {
    kind: 'inflected',
    lang: 'en',
    queries: ['kidnapped', 'kidnap'],
    hits: [{ en: 'They kidnapped the bus driver too' }, { en: 'Kidnapping is not a crime of the poor' }]
  },
  {
    kind: 'inflected',
    lang: 'en',
    queries: ['fumigated'],
    hits: [{ en: 'The plane that fumigates at noon' }, { en: 'Nobody asked before fumigating us' }]
  },
  {
    kind: 'inflected_and',
    lang: 'es',
    queries: ['desaparecido chimaltepa', 'desaparecidas Chimaltepa'],
    hits: [{ es: 'Los desaparecidos de Chimaltepa tienen nombre' }, { es: 'En Chimaltepa desapareció mi primo' }],
    decoys: [{ es: 'Chimaltepa queda a dos leguas' }]
  },
  {
    kind: 'inflected_and',
    lang: 'en',
    queries: ['deport Wexlowe', 'deportation wexlowe'],
    hits: [
      { en: 'From Wexlowe they deported forty of us' },
      { en: 'Wexlowe saw one deportation a week' },
      { en: 'Stop deporting the nurses of Wexlowe' }
    ],
    decoys: [{ en: 'Wexlowe is a quiet suburb' }]
  },
  // phrases inside one cue (the decoys have the same words in another order or not together)
  {
    kind: 'phrase_in_cue',
    lang: 'es',
    queries: ['"piedra sobre piedra"'],
    hits: [{ es: 'No dejaron piedra sobre piedra, compañera', en: 'They left no stone upon stone' }],
    decoys: [{ es: 'Sobre la piedra, otra piedra más' }]
  },
  {
    kind: 'phrase_in_cue',
    lang: 'es',
    queries: ['"maíz criollo azul"'],
    hits: [{ es: 'Guardamos el maíz criollo azul en ollas de barro' }],
    decoys: [{ es: 'El azul criollo del maíz se perdió' }]
  },
  {
    kind: 'phrase_in_cue',
    lang: 'en',
    queries: ['"paper does not bleed"'],
    hits: [{ en: 'My aunt says paper does not bleed', es: 'Mi tía dice que el papel no sangra' }],
    decoys: [{ en: 'Does it bleed, not paper but skin' }]
  },
  {
    kind: 'phrase_in_cue',
    lang: 'en',
    queries: ['"two suitcases and a goat"'],
    hits: [{ en: 'We arrived with two suitcases and a goat' }],
    decoys: [{ en: 'A goat and two suitcases, that was all' }]
  },
  {
    kind: 'phrase_in_cue',
    lang: 'all',
    queries: ['"la ley del monte"'],
    hits: [{ es: 'Aquí manda la ley del monte', en: 'The law of the hills rules here' }],
    decoys: [{ es: 'La ley no llega al monte' }]
  },
  {
    kind: 'phrase_inflected',
    lang: 'es',
    queries: ['"alcancía rota"', '"alcancías rotas"'],
    hits: [{ es: 'Una alcancía rota en el suelo' }, { es: 'Juntamos alcancías rotas del mercado' }],
    decoys: [{ es: 'Rota la olla, la alcancía no' }]
  },
  // phrases over a cue border
  {
    kind: 'phrase_2cues',
    lang: 'es',
    queries: ['"tierra y territorio"'],
    hits: [
      {
        es: 'Lo que pedimos es tierra|y territorio para nuestras nietas',
        n: 2,
        en: 'What we ask for is soil and domain for our granddaughters'
      },
      { es: 'Ni dinero ni favores: tierra y|territorio, nada menos', n: 2 }
    ],
    decoys: [{ es: 'El territorio de ellas es pura tierra' }]
  },
  {
    kind: 'phrase_2cues',
    lang: 'es',
    queries: ['"cerro de la campana chica"'],
    hits: [
      { es: 'Subieron por el cerro de|la campana chica con antorchas', n: 2 },
      { es: 'Nos vemos en el cerro|de la campana chica a las seis', n: 2 }
    ]
  },
  {
    kind: 'phrase_2cues',
    lang: 'en',
    queries: ['"a ladder made of names"'],
    hits: [
      {
        en: 'What they built was a ladder|made of names, rung by rung',
        n: 2,
        es: 'Lo que hicieron fue una escalera de nombres'
      }
    ],
    decoys: [{ en: 'Names made a ladder of sorts' }]
  },
  {
    kind: 'phrase_2cues',
    lang: 'en',
    queries: ['"salt under the doorstep"'],
    hits: [
      { en: 'Mother always put salt|under the doorstep in Lent', n: 2 },
      { en: 'She said there is salt under|the doorstep, so do not sweep', n: 2 }
    ]
  },
  {
    kind: 'phrase_2cues',
    lang: 'all',
    queries: ['"la cuenta larga del agua"'],
    hits: [{ es: 'Esa es la cuenta larga|del agua que nos deben', n: 2, en: 'That is the long tally of what they owe' }]
  },
  {
    kind: 'phrase_3cues',
    lang: 'es',
    queries: ['"ni un metro más de alambre en nuestra loma"'],
    hits: [{ es: 'El acta dice: ni un metro|más de alambre|en nuestra loma, y punto', n: 3 }]
  },
  {
    kind: 'phrase_3cues',
    lang: 'en',
    queries: ['"nobody signs for the dead before the rain"'],
    hits: [{ en: 'In my town nobody signs|for the dead|before the rain has come', n: 3 }]
  },
  {
    kind: 'phrase_3cues',
    lang: 'es',
    queries: ['"primero escucharon luego callaron después volvieron"'],
    hits: [{ es: 'Primero escucharon,|luego callaron,|después volvieron con más gente', n: 3 }]
  },
  // stop words are words
  {
    kind: 'phrase_stopwords',
    lang: 'es',
    queries: ['"ni de aquí ni de allá"'],
    hits: [{ es: 'Mi hija no es ni de aquí ni de allá' }, { es: 'Somos ni de aquí|ni de allá, decía ella', n: 2 }],
    decoys: [{ es: 'Ni aquí ni allá de eso' }]
  },
  {
    kind: 'phrase_stopwords',
    lang: 'en',
    queries: ['"to be or not to be there"'],
    hits: [{ en: 'It is to be or not to be there, he said' }],
    decoys: [{ en: 'To be there or to not be' }]
  },
  {
    kind: 'phrase_stopwords',
    lang: 'es',
    queries: ['"lo que no es de nadie"'],
    hits: [{ es: 'Dicen que lo que no es de nadie se toma' }],
    decoys: [{ es: 'De nadie es lo que no' }]
  },
  {
    kind: 'phrase_stopwords',
    lang: 'en',
    queries: ['"who are we to them"'],
    hits: [{ en: 'Tell me, who are we to them' }],
    decoys: [{ en: 'We are who to them, exactly' }]
  },
  // accents
  {
    kind: 'accent_folded',
    lang: 'es',
    queries: ['brujula', 'brújula', 'BRÚJULA'],
    hits: [{ es: 'Perdimos la brújula en la neblina' }]
  },
  {
    kind: 'accent_folded',
    lang: 'es',
    queries: ['guirnalda pinguino'],
    hits: [{ es: 'La guirnalda tenía un pingüino de papel' }]
  },
  {
    kind: 'accent_folded',
    lang: 'es',
    queries: ['"camara oscura de tia Petronila"'],
    hits: [{ es: 'Era la cámara oscura de tía Petronila' }]
  },
  {
    kind: 'accent_added',
    lang: 'es',
    queries: ['médano', 'medano'],
    hits: [{ es: 'Cruzaron el medano grande sin agua' }, { es: 'El médano se mueve de noche' }]
  },
  {
    kind: 'accent_folded',
    lang: 'en',
    queries: ['fiance', 'fiancé'],
    hits: [{ en: 'Her fiancé waited in the parking lot' }]
  },
  {
    kind: 'accent_nfd',
    lang: 'es',
    queries: ['ciénega', 'cienega'],
    hits: [{ es: 'La cie\u0301nega se secó en dos meses' }, { es: 'Junto a la ciénega pusieron la estaca' }]
  },
  // ñ is a letter
  { name: 'ano', kind: 'ene', lang: 'es', queries: ['ano'], hits: [{ es: 'El parte médico decía lesión en el ano' }] },
  {
    name: 'nina',
    kind: 'ene',
    lang: 'es',
    queries: ['nina', 'Nina'],
    hits: [{ es: 'La perra se llama Nina y es mansa' }]
  },
  {
    kind: 'ene',
    lang: 'es',
    queries: ['cana'],
    hits: [{ es: 'No tiene una sola cana todavía' }],
    decoys: [{ es: 'Traían caña dulce del ingenio' }]
  },
  {
    kind: 'ene',
    lang: 'es',
    queries: ['peña'],
    hits: [{ es: 'Se escondieron tras la peña negra' }],
    decoys: [{ es: 'Qué pena tan honda la suya' }]
  },
  {
    kind: 'ene',
    lang: 'es',
    queries: ['cuna', 'cunas'],
    hits: [{ es: 'La cuna era de mimbre trenzado' }],
    decoys: [{ es: 'Metieron una cuña bajo la rueda' }]
  },
  {
    kind: 'ene',
    lang: 'es',
    queries: ['moño'],
    hits: [{ es: 'Un moño negro en cada puerta' }],
    decoys: [{ es: 'Un mono tallado en cedro' }]
  },
  { kind: 'ene', lang: 'es', queries: ['campana'], hits: [{ es: 'Repicó la campana del templo' }], closed: false },
  { kind: 'ene_must_not', lang: 'es', queries: ['niña', 'niñas'], decoysFrom: ['nina'], closed: false },
  { kind: 'ene_must_not', lang: 'es', queries: ['año', 'años'], decoysFrom: ['ano'], closed: false },
  {
    kind: 'ene_must_not',
    lang: 'es',
    queries: ['"sono la ultima trompeta"'],
    hits: [{ es: 'Y sonó la última trompeta' }],
    decoys: [{ es: 'Soñó la última trompeta' }]
  },
  {
    name: 'albañil',
    kind: 'ene_nfd',
    lang: 'es',
    queries: ['albañil', 'alban\u0303il'],
    hits: [{ es: 'Mi padre fue alban\u0303il en el norte' }, { es: 'El albañil no cobró esa vez' }],
    decoysFrom: ['albanil']
  },
  {
    name: 'albanil',
    kind: 'ene_nfd',
    lang: 'es',
    queries: ['albanil'],
    hits: [{ es: 'Compré hilo Albanil en la tienda' }],
    decoysFrom: ['albañil']
  },
  // letter case, punctuation, markup
  { kind: 'case', lang: 'en', queries: ['MILLRACE', 'millrace'], hits: [{ en: 'The Millrace froze that winter' }] },
  {
    kind: 'punctuation',
    lang: 'all',
    queries: ["d'arcoveda", 'd’arcoveda', '"la finca d’arcoveda"'],
    hits: [{ es: "Quemaron la finca d'Arcoveda" }]
  },
  {
    kind: 'punctuation',
    lang: 'es',
    queries: ['"basta ya de permisos"'],
    hits: [{ es: '¡Basta! ¿Ya... de permisos? —gritó' }]
  },
  { kind: 'punctuation', lang: 'es', queries: ['tlaxco-sur'], hits: [{ es: 'Vienen de Tlaxco-Sur a pie' }] },
  {
    kind: 'punctuation',
    lang: 'en',
    queries: ['"rock & gravel pit"', '"rock gravel pit"'],
    hits: [{ en: 'They bought the rock &amp; gravel pit' }]
  },
  {
    kind: 'markup',
    lang: 'es',
    queries: ['"escrito con tizne"'],
    hits: [{ es: 'Estaba escrito <i>con tizne</i> en el muro' }]
  },
  { kind: 'markup', lang: 'en', queries: ['overgrown'], hits: [{ en: 'The path was <b>over</b>grown and wet' }] },
  {
    kind: 'number',
    lang: 'all',
    queries: ['70413'],
    hits: [{ es: 'El folio 70413 sigue abierto', en: 'That folder is still open' }]
  },
  // operators
  {
    kind: 'prefix',
    lang: 'es',
    queries: ['guayac*'],
    hits: [
      { es: 'El guayacán florece en marzo' },
      { es: 'Eran guayacanes de cien anillos' },
      { es: 'La Guayacana es mi calle' }
    ],
    decoys: [{ es: 'Comimos guayaba con sal' }]
  },
  {
    kind: 'prefix',
    lang: 'en',
    queries: ['haberdash*'],
    hits: [{ en: 'A haberdasher hid them' }, { en: 'The haberdashery closed at five' }]
  },
  {
    kind: 'and',
    lang: 'es',
    queries: ['comal petate', 'petate comal'],
    hits: [{ es: 'Solo quedó el comal junto al petate' }],
    decoys: [{ es: 'El comal se quebró anoche' }, { es: 'Duermen en un petate prestado' }]
  },
  {
    kind: 'and',
    lang: 'en',
    queries: ['thimble ledger'],
    hits: [{ en: 'She kept a thimble on the ledger' }],
    decoys: [{ en: 'A thimble of rice, no more' }, { en: 'The ledger had two columns' }]
  },
  {
    kind: 'exclude',
    lang: 'es',
    queries: ['mezquital -lindero', '-lindero mezquital'],
    hits: [{ es: 'El mezquital era de todas' }],
    decoys: [{ es: 'El mezquital marca el lindero' }]
  },
  {
    kind: 'exclude',
    lang: 'en',
    queries: ['orchard -"frost came early"'],
    hits: [{ en: 'The orchard belonged to nobody' }],
    decoys: [{ en: 'In the orchard frost came early' }]
  },
  {
    kind: 'mixed',
    lang: 'es',
    queries: ['"olla de peltre" tizón'],
    hits: [{ es: 'La olla de peltre sobre el tizón' }],
    decoys: [{ es: 'Una olla de peltre sin tapa' }, { es: 'Un tizón bajo el peltre de la olla' }]
  },
  // languages
  {
    kind: 'language_filter',
    lang: 'en',
    queries: ['Tlanixco'],
    hits: [{ en: 'From Tlanixco we walked to the station', es: 'De ahí caminamos hasta la estación' }],
    decoys: [{ es: 'Tlanixco no sale en el plano', on: 'es' }]
  },
  {
    kind: 'language_filter',
    lang: 'es',
    queries: ['Pueblillo'],
    hits: [{ es: 'En Pueblillo no hay señal', en: 'There is no signal over there' }],
    decoys: [{ en: 'Pueblillo has one pump', on: 'en' }]
  },
  { kind: 'no_false_language', lang: 'es', queries: ['sandbag'], hits: [] },
  {
    kind: 'cross',
    lang: 'all',
    partner: true,
    queries: ['desgranadora'],
    hits: [{ es: 'Compramos una desgranadora entre todas', en: 'Together we bought a corn sheller' }]
  },
  {
    kind: 'cross',
    lang: 'all',
    partner: true,
    queries: ['threshold stones'],
    hits: [
      {
        on: 'en',
        en: 'They took even the threshold stones|of the chapel',
        es: 'Se llevaron hasta las lajas de la entrada'
      }
    ]
  },
  {
    kind: 'cross',
    lang: 'all',
    partner: true,
    queries: ['"el último en cerrar la reja"'],
    hits: [{ es: 'Papá fue el último|en cerrar la reja', n: 2, en: 'Dad was the last one|to shut the iron gate' }]
  },
  {
    kind: 'cross_once',
    lang: 'all',
    partner: true,
    queries: ['Quetzalmina'],
    hits: [{ es: 'Le decimos Quetzalmina desde chica', en: 'We have called her Quetzalmina since she was small' }]
  },
  {
    kind: 'cross_once',
    lang: 'all',
    partner: true,
    queries: ['Obrajero'],
    hits: [{ es: 'El puente Obrajero se cayó|aquella madrugada', en: 'That dawn the Obrajero span fell down' }]
  },
  // nothing there
  { kind: 'absent', lang: 'all', queries: ['xilofonista', '"tierra tierra tierra tierra"', 'zzyzx*'], hits: [] },
  // hostile input: no error above 499 and within the time limit
  {
    kind: 'hostile',
    lang: 'all',
    closed: false,
    queries: [
      'C++ (.*',
      '"',
      '""',
      '*',
      '-',
      '-a',
      'a*',
      'NEAR(tierra agua)',
      'text:agua',
      '('.repeat(300),
      "'; DROP TABLE cue; --",
      '',
      ' ',
      '%00',
      '\u202e\u0301',
      '🌽 🌽',
      'a b c d e f g h i j k l m n o p q r s t u v w x y z'.replace(/(\w)/g, '$1*'),
      hostileLong.join(' OR '),
      hostileLong.join(' '),
      'x'.repeat(5000),
      '"' + 'de la '.repeat(400) + '"',
      'de',
      'the',
      '"de la"',
      '"of the"'
    ],
    hits: []
  }
];
