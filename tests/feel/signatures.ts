/** An overload of a function, with a value that each parameter takes. */
export interface Signature {
  readonly name: string
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
}

/** Name, then parameters with an accepted value each. */
const table = `
not | negand = true
is defined | value = 1
get or else | value = null | default = 2
assert | value = 1 | condition = true
assert | value = 1 | condition = true | cause = "because"
get entries | context = {b: 2}
get value | context = {b: 2} | key = "b"
get value | context = {b: {c: 3}} | keys = ["b", "c"]
context put | context = {b: 2} | key = "c" | value = 3
context put | context = {b: 2} | keys = ["c", "d"] | value = 3
context merge | contexts = [{b: 2}, {c: 3}]
context | entries = [{key: "b", value: 2}]
date | from = "2020-01-02"
date | year = 2020 | month = 1 | day = 2
date and time | from = "2020-01-02T10:00:00"
date and time | date = date("2020-01-02") | time = time("10:00:00")
date and time | date = date and time("2020-01-02T10:00:00Z") | timezone = "Europe/Berlin"
time | from = "10:00:00"
time | hour = 10 | minute = 20 | second = 30
time | hour = 10 | minute = 20 | second = 30 | offset = duration("PT1H")
number | from = "1.5"
number | from = "1,000" | grouping separator = ","
number | from = "1.000,5" | grouping separator = "." | decimal separator = ","
string | from = 1.5
duration | from = "PT1H"
years and months duration | from = date("2020-01-02") | to = date("2021-03-02")
list contains | list = [1, 2] | element = 2
count | list = [1, 2]
min | list = [1, 2]
max | list = [1, 2]
sum | list = [1, 2]
product | list = [3, 2]
mean | list = [1, 2]
median | list = [1, 2, 5]
stddev | list = [1, 3]
mode | list = [1, 2, 1]
all | list = [true, false]
any | list = [true, false]
sublist | list = [4, 5, 6] | start = 2
sublist | list = [4, 5, 6] | start = 2 | length = 1
append | list = [1] | items = 2
concatenate | lists = [[1], [2]]
concatenate | list1 = [1] | list2 = [2]
insert before | list = [1, 3] | position = 2 | newItem = 2
remove | list = [1, 2] | position = 1
reverse | list = [1, 2]
index of | list = [1, 2, 1] | match = 1
union | list1 = [1, 2] | list2 = [2, 3]
distinct values | list = [1, 2, 1]
duplicate values | list = [1, 2, 1]
flatten | list = [[1, 2], [3]]
sort | list = [2, 1] | precedes = function(x, y) x < y
string join | list = ["a", "b"]
string join | list = ["a", "b"] | delimiter = "-"
string join | list = ["a", "b"] | delimiter = "-" | prefix = "<" | suffix = ">"
is empty | list = []
partition | list = [1, 2, 3] | size = 2
decimal | n = 2.567 | scale = 1
decimal | n = 2.567 | scale = 1 | mode = "UP"
floor | n = 1.57
floor | n = 1.57 | scala = 1
ceiling | n = 1.51
ceiling | n = 1.51 | scale = 1
abs | number = -1.5
abs | n = -1.5
modulo | dividend = 12 | divisor = 5
sqrt | number = 16
log | number = 10
exp | number = 2
odd | number = 3
even | number = 3
round up | n = 1.15 | scale = 1
round down | n = 1.15 | scale = 1
round half up | n = 1.15 | scale = 1
round half down | n = 1.15 | scala = 1
substring | string = "foobar" | start position = 3
substring | string = "foobar" | start position = 3 | length = 2
string length | string = "foo"
upper case | string = "foo"
lower case | string = "FOO"
substring before | string = "foobar" | match = "b"
substring after | string = "foobar" | match = "o"
replace | input = "foobar" | pattern = "o+" | replacement = "0"
replace | input = "foobar" | pattern = "O+" | replacement = "0" | flags = "i"
contains | string = "foobar" | match = "ob"
starts with | string = "foobar" | match = "fo"
ends with | string = "foobar" | match = "ar"
matches | input = "foobar" | pattern = "^fo*bar"
matches | input = "foobar" | pattern = "^FO*" | flags = "i"
split | string = "a,b" | delimiter = ","
extract | input = "a1b2" | pattern = "[0-9]"
trim | string = " a "
to base64 | value = "a"
is blank | string = " "
day of week | date = date("2020-01-02")
day of year | date = date("2020-01-02")
week of year | date = date("2020-01-02")
month of year | date = date("2020-01-02")
last day of month | date = date("2020-02-02")
abs | n = duration("-PT1H")
before | point1 = 1 | point2 = 2
before | range = [1..2] | point = 3
before | point = 1 | range = [2..3]
before | range1 = [1..2] | range2 = [3..4]
after | point1 = 2 | point2 = 1
after | range = [2..3] | point = 1
after | point = 3 | range = [1..2]
after | range1 = [3..4] | range2 = [1..2]
meets | range1 = [1..2] | range2 = [2..3]
met by | range1 = [2..3] | range2 = [1..2]
overlaps | range1 = [1..3] | range2 = [2..4]
overlaps before | range1 = [1..3] | range2 = [2..4]
overlaps after | range1 = [2..4] | range2 = [1..3]
finishes | point = 2 | range = [1..2]
finishes | range1 = [2..3] | range2 = [1..3]
finished by | range = [1..2] | point = 2
finished by | range1 = [1..3] | range2 = [2..3]
includes | range = [1..3] | point = 2
includes | range1 = [1..4] | range2 = [2..3]
during | point = 2 | range = [1..3]
during | range1 = [2..3] | range2 = [1..4]
starts | point = 1 | range = [1..3]
starts | range1 = [1..2] | range2 = [1..3]
started by | range = [1..3] | point = 1
started by | range1 = [1..3] | range2 = [1..2]
coincides | point1 = 1 | point2 = 1
coincides | range1 = [1..3] | range2 = [1..3]
cycle | interval = duration("PT1H")
cycle | repetitions = 3 | interval = duration("PT1H")
fromAi | value = n
fromAi | value = n | description = "a number" | type = "number"
`

/** Each overload of each function that an expression can call. */
export const signatures = (): readonly Signature[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...parameters] = line.split(' | ')
      return { name, parameters: parameters.map(parameterOf) }
    })

const parameterOf = (text: string): { readonly name: string; readonly value: string } => {
  const [name = '', value = ''] = text.split(' = ')
  return { name, value }
}
