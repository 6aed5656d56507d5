/** How expressions of a type can look; `$type` stands for another expression of that type. */
export interface Productions {
  readonly leaves: readonly string[]
  readonly nodes: readonly string[]
}

const ofAnyType = (type: string): readonly string[] => [
  `(if $boolean then ${type} else ${type})`,
  `get or else($maybe, ${type})`,
  `{v: ${type}}.v`,
  `{f: function(a) ${type}, r: f($number)}.r`,
  `[${type}, ${type}][1]`,
]

const number: Productions = {
  leaves: ['0', '1', '2', '7', '0.5', '1.25', '10', '3.3', '-4', 'n', 'half', 'price', 'negative'],
  nodes: [
    ...ofAnyType('$number'),
    '($number + $number)',
    '($number - $number)',
    '$number * $number',
    '$number / $number',
    '($number ** 2)',
    '-($number)',
    'abs($number)',
    'floor($number)',
    'ceiling($number, 1)',
    'decimal($number, 2)',
    'round up($number, 1)',
    'round half down($number, 0)',
    'modulo($number, 7)',
    'sqrt(abs($number))',
    'count($numbers)',
    'sum($numbers)',
    'min($numbers)',
    'max($number, $number)',
    'mean($numbers)',
    'median($numbers)',
    'product($numbers)',
    '$numbers[1]',
    '$numbers[-1]',
    'string length($string)',
    'number(string($number))',
    'count($strings)',
    '$context.a',
    'order.customer.age + $number',
    'sum(order.lines[price > $number].price)',
    '$date.day',
    '$daysDuration.hours',
    'sum(for x in $numbers return x * $number)',
    '{a: $number, b: a + $number}.b',
    '{f: function(a, b) a - b * 2, r: f($number, $number)}.r',
  ],
}

const string: Productions = {
  leaves: ['"a"', '"foo bar"', '""', '"ÄÖ ü"', 'text', '"x,y;z"', 'order.id', 'people[2].name'],
  nodes: [
    ...ofAnyType('$string'),
    '($string + $string)',
    'string($number)',
    'string($boolean)',
    'string($numbers)',
    'string($context)',
    'string($date)',
    'string($daysDuration)',
    'upper case($string)',
    'lower case($string)',
    'trim($string)',
    'substring($string, 1, 3)',
    'substring before($string, "o")',
    'substring after($string, " ")',
    'string join($strings, "-")',
    'replace($string, "[aeiou]", "_")',
    '$strings[1]',
    'to base64($string)',
    'day of week($date)',
  ],
}

const boolean: Productions = {
  leaves: ['true', 'false', 'yes', 'no', 'null', 'nothing', '1 = 1', 'n > 3'],
  nodes: [
    ...ofAnyType('$boolean'),
    '($boolean and $boolean)',
    '($boolean or $boolean)',
    'not($boolean)',
    '($number = $number)',
    '($number < $number)',
    '($number >= $number)',
    '($string = $string)',
    '($string < $string)',
    '($maybe = $maybe)',
    '($maybe != null)',
    '($numbers = $numbers)',
    '($context = $context)',
    '($number between $number and $number)',
    '($number in [$number..$number])',
    '($number in ($number, > $number))',
    '($number in $numbers)',
    '($maybe instance of number)',
    'contains($string, $string)',
    'starts with($string, "a")',
    'matches($string, "[a-f]+")',
    'list contains($numbers, $number)',
    'is empty($numbers)',
    'even($number)',
    'all([$boolean, $boolean])',
    'any([$boolean, $boolean])',
    'is defined($maybe)',
    'is blank($string)',
    '(some x in $numbers satisfies x > $number)',
    '(every x in $numbers satisfies x < $number)',
    '(some x in $numbers, y in $numbers satisfies x = y)',
    '($date < $date)',
    '($daysDuration >= $daysDuration)',
    '($time = $time)',
    '($dateTime > $dateTime)',
  ],
}

const numbers: Productions = {
  leaves: ['[]', '[1]', '[3, 1, 2]', '[0.5, 2, 2]', 'items', 'people.age', '[7, null]'],
  nodes: [
    ...ofAnyType('$numbers'),
    '[$number, $number]',
    '[$number, $number, $number]',
    'append($numbers, $number)',
    'concatenate($numbers, $numbers)',
    'reverse($numbers)',
    'distinct values($numbers)',
    'union($numbers, $numbers)',
    'sublist($numbers, 1)',
    'remove($numbers, 1)',
    'insert before($numbers, 1, $number)',
    'flatten([$numbers, $numbers])',
    'sort($numbers, function(a, b) a < b)',
    'index of($numbers, $number)',
    'mode($numbers)',
    '$numbers[item > $number]',
    '$numbers[odd(item)]',
    '(for x in $numbers return x + $number)',
    '(for x in 1..3 return x * $number)',
    '(for x in $numbers, y in [1, 2] return x - y)',
    '(for x in 1..4 return $number + count(partial))',
    'duplicate values(append($numbers, $number))',
  ],
}

const strings: Productions = {
  leaves: ['strings', '["a", "b"]', '[]', 'people.name', '[text]'],
  nodes: [
    '[$string, $string]',
    'append($strings, $string)',
    'split($string, ",")',
    'split($string, "\\\\s")',
    'extract($string, "[a-z]+")',
    '$strings[item > $string]',
    '(for s in $strings return upper case(s))',
    'sort($strings, function(a, b) a < b)',
    'distinct values($strings)',
    'people[age > $number].name',
    '(for x in $numbers return string(x))',
  ],
}

const context: Productions = {
  leaves: ['{}', '{a: 1}', '{a: 2, b: "x"}', 'order.customer', '{a: null}', 'people[1]'],
  nodes: [
    ...ofAnyType('$context'),
    '{a: $number}',
    '{a: $number, b: $string}',
    '{a: $number, c: a + 1, d: $context}',
    'context put($context, "a", $number)',
    'context merge($context, $context)',
    '{a: $number, b: $date, c: $daysDuration}',
    'context([{key: "a", value: $number}])',
    '{l: $numbers, s: l[1]}',
    '[{a: $number}, {a: $number}][a > $number][1]',
  ],
}

const maybe: Productions = {
  leaves: ['null', 'missing', 'nothing', 'order.missing', '1', '"a"', 'items[9]'],
  nodes: [
    '$number',
    '$string',
    '$boolean',
    '$numbers',
    '$context',
    '$date',
    '$context.zzz',
    '$numbers[5]',
    '$number / 0',
    '($number + $string)',
    'get value($context, "a")',
    'get entries($context)',
    'number($string)',
    '$number[1]',
  ],
}

const date: Productions = {
  leaves: [
    'date("2020-02-29")',
    'date(dateText)',
    '@"2021-12-31"',
    'date("1999-01-01")',
    'today()',
  ],
  nodes: [
    '($date + $daysDuration)',
    '($date - $daysDuration)',
    '($date + $monthsDuration)',
    '($date - $monthsDuration)',
    'date($dateTime)',
    'last day of month($date)',
    'min($date, $date)',
    'date(string($date))',
    '(if $boolean then $date else $date)',
  ],
}

const time: Productions = {
  leaves: ['time("10:00:00")', 'time(timeText)', '@"23:59:59"', 'time(8, 30, 15)'],
  nodes: [
    '($time + $daysDuration)',
    '($time - $daysDuration)',
    'time($dateTime)',
    'time(string($time))',
    'max($time, $time)',
  ],
}

const dateTime: Productions = {
  leaves: [
    'date and time("2020-02-29T12:30:00")',
    'date and time("2020-02-29T12:30:00Z")',
    'date and time(dateTimeText)',
    '@"2020-03-28T12:00:00@Europe/Berlin"',
    'now()',
  ],
  nodes: [
    '($dateTime + $daysDuration)',
    '($dateTime - $daysDuration)',
    '($dateTime + $monthsDuration)',
    'date and time($date, $time)',
    '(if $boolean then $dateTime else $dateTime)',
  ],
}

const daysDuration: Productions = {
  leaves: ['duration("PT1H")', 'duration("P2DT3H")', '@"-PT90M"', 'duration(durationText)'],
  nodes: [
    '($daysDuration + $daysDuration)',
    '($daysDuration - $daysDuration)',
    '$daysDuration * 3',
    // Quotients of long durations are an expected difference; temporals.txt has some.
    'duration("PT30H") / ($number ** 2 + 4)',
    '($date - $date)',
    '($time - $time)',
    '($dateTime - $dateTime)',
    'abs($daysDuration)',
    'max($daysDuration, $daysDuration)',
  ],
}

const monthsDuration: Productions = {
  leaves: ['duration("P1M")', 'duration("P1Y2M")', '@"-P3M"'],
  nodes: [
    '($monthsDuration + $monthsDuration)',
    '($monthsDuration - $monthsDuration)',
    '$monthsDuration * 2',
    '$monthsDuration / 3',
    'years and months duration($date, $date)',
    'abs($monthsDuration)',
  ],
}

/** Every type that an expression can be asked for. */
export const grammar: ReadonlyMap<string, Productions> = new Map(
  Object.entries({
    number,
    string,
    boolean,
    numbers,
    strings,
    context,
    maybe,
    date,
    time,
    dateTime,
    daysDuration,
    monthsDuration,
  }),
)
