// Lines as people say, write and see them, each with what is to be taken out of it marked as «kind:value».
// long on purpose: one table of examples. All values are made up, or the examples that offices and issuers publish.

/** Something is to be found in each. */
export const POSITIVE = String.raw`
Write to «email:anna.smith@example.com», please.
«email:o'brien+orders@mail.example.co.uk» asked again
Mail: <«email:jürgen.müller@beispiel-firma.de»>
cc «email:a@b.io»; «email:c_d@e-f.org»
Inbox (3) - «email:noor.haddad@example.org» - Outlook
mailto:«email:support@example.at»?subject=Return
contact: «email:first.last@sub.department.example.gov»
Her address is «email:ida [at] example [dot] com»
«email:ida (at) example.com» works too
it goes to «email:anna dot smith at example dot com» every Friday
send it to «email:billing at example dot co dot uk» please
an «email:max underscore muster at beispiel Punkt de» schicken
das geht an «email:anna Punkt schmidt ät beispiel Punkt at» raus
«email:i d a at example dot org», that is my address
«email:anna.smith at example.com» is on the form
Call «phone:+43 660 1234567» or ask Ida.
Tel. «phone:+49 30 901820»
«phone:+1 (415) 555-2671» is the carrier
«phone:+44 20 7946 0958», ask for Ben
«phone:+33 6 12 34 56 78»
«phone:+41 44 668 18 00»
Reach me at «phone:0660 1234567» after five
Telefon: «phone:030/901820»
Tel «phone:(030) 901820»
Handy «phone:0171-1234567»
mobil «phone:06601234567»
Mobile: «phone:07700 900123»
«phone:020 7946 0958» rings in the office
«phone:06 12 34 56 78» is on the parcel
«phone:(415) 555-2671» left a message
«phone:415-555-2671» left a message
«phone:1-800-555-0199» is the hotline
«phone:415.555.2671»
fax «phone:+43 1 5134567-12»
dial «phone:0043 1 5134567»
«phone:0049 171 1234567»
I call «phone:555 0123 99» when it is urgent
phone number is «phone:612 345 678»
«phone:+48 601 234 567» or «phone:+31 20 794 0958»
Rückruf unter «phone:+43 (0)1 234 56 78»
her number, «phone:+39 333 1234567», is in the CRM
WhatsApp «phone:+55 11 91234-5678»
ring me on «phone:oh double seven double oh nine oh oh one two three»
my phone is «phone:four one five five five five two six seven one»
call «phone:plus four three six six oh one two three four five six seven»
meine Handynummer ist «phone:null sechs sechs null eins zwei drei vier fünf sechs sieben»
erreichbar unter «phone:null eins sieben eins, zwei drei vier, fünf sechs sieben acht»
IBAN «iban:AT61 1904 3002 3457 3201»
pay to «iban:DE89370400440532013000» by Friday
«iban:GB82 WEST 1234 5698 7654 32»
«iban:GB29-NWBK-6016-1331-9268-19»
«iban:FR14 2004 1010 0505 0001 3M02 606»
«iban:ES91 2100 0418 4502 0005 1332»
«iban:IT60X0542811101000000123456»
«iban:NL91 ABNA 0417 1643 00»
«iban:CH93 0076 2011 6238 5295 7»
«iban:BE68 5390 0754 7034»
«iban:PL61 1090 1014 0000 0712 1981 2874»
«iban:SE45 5000 0000 0583 9825 7466»
«iban:DK50 0040 0440 1162 43»
«iban:FI21 1234 5600 0007 85»
«iban:NO93 8601 1117 947»
«iban:PT50 0002 0123 1234 5678 9015 4»
iban: «iban:at611904300234573201»
Kontonummer «iban:AT61 1904 3002 3457 3201», Verwendungszweck Rechnung 4711
the IBAN is «iban:AT61 1904 3002 3457 3210» as I heard it
the account is «iban:A T six one one nine zero four three zero zero two three four five seven three two zero one»
card «card:4111 1111 1111 1111» exp 12/28
«card:4111111111111111»
«card:5555-5555-5555-4444»
Visa «card:4012 8888 8888 1881»
amex «card:3782 822463 10005»
«card:371449635398431» was declined
«card:6011 1111 1111 1117»
«card:3056 930902 5904»
«card:3530111333300000»
«card:2223003122003222»
«card:5105 1051 0510 5100» CVV «secret:123»
«card:6200 0000 0000 0005»
Kreditkarte: «card:4222222222222»
we charge «card:4111-1111-1111-1111» twice
Zahlung mit Karte «card:5555555555554444» fehlgeschlagen
my card is «card:four one one one, one one one one, one one one one, one one one one»
it says «card:five five five five five five five five five five five five four four four four»
die Karte ist «card:vier null eins zwei acht acht acht acht acht acht acht acht eins acht acht eins»
card number «card:three seven eight two eight two two four six three one triple zero five»
the number is «card:4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1»
Steuer-ID «nationalId:86095742719»
IdNr. «nationalId:47 036 892 816»
tax id «nationalId:65929970489»
SVNR «nationalId:1237 010180»
Sozialversicherungsnummer «nationalId:1237010180»
AHV «nationalId:756.9217.0769.85»
«nationalId:756.1234.5678.97» steht am Ausweis
NHS number «nationalId:943 476 5919»
NHS «nationalId:4010232137»
NI number «nationalId:AB 12 34 56 C»
«nationalId:AB123456C» on the payslip
SSN «nationalId:536-90-4399»
«nationalId:078-05-1120»
social security number is «nationalId:536904399»
NIR «nationalId:2 95 10 99 126 111 93»
«nationalId:295109912611193»
«nationalId:253072B07300470» for Corsica
DNI «nationalId:12345678Z»
«nationalId:54362315-K» sobre el contrato
NIE «nationalId:X2482300W»
«nationalId:X-2482300-W»
codice fiscale «nationalId:RCCMNL83S18D969H»
«nationalId:RCC MNL 83S18 D969H»
BSN «nationalId:111222333»
burgerservicenummer «nationalId:123456782»
PESEL «nationalId:44051401359»
Rijksregisternummer «nationalId:85.07.30-033.28»
«nationalId:93.05.18-223.61»
personnummer «nationalId:811228-9874»
«nationalId:880320-0016» står på blanketten
CPR «nationalId:211062-5629»
hetu «nationalId:131052-308T»
«nationalId:131052-308T» lomakkeella
fødselsnummer «nationalId:151086 95088»
«nationalId:15108695088»
NIF «nationalId:501964843»
contribuinte «nationalId:501 964 843»
rodné číslo «nationalId:710319/2745»
PPSN «nationalId:6433435F»
OIB «nationalId:33392005961»
TC kimlik «nationalId:17291716060»
CPF «nationalId:390.533.447-05»
«nationalId:390.533.447-05» no contrato
Aadhaar «nationalId:2341 2341 2346»
«nationalId:11010519491231002X»
«nationalId:360426199101010071»
«nationalId:971013-9019902»
ID «nationalId:7503305044089» of a person from South Africa: identity «nationalId:7503305044089»
SIN «nationalId:123-456-782»
TFN «nationalId:123 456 782»
CURP «nationalId:BOXW310820HNERXN09»
My Number «nationalId:6214 9832 0257»
AMKA «nationalId:01013099997»
EGN «nationalId:7523169263»
CNP «nationalId:1630615123457»
PAN «nationalId:ACUPA7085R»
key «secret:AKIAIOSFODNN7EXAMPLE» in the config
«secret:ghp_abcdefghijklmnopqrstuvwxyz0123456789»
«secret:github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789ABCDEF»
«secret:glpat-abcdEFGH1234ijklMNOP»
«secret:xoxb-123456789012-abcdefABCDEF»
«secret:sk_live_4eC39HqLyjWDarjtT1zdp7dc»
export OPENAI_KEY=«secret:sk-proj-abc123DEF456ghi789JKL»
«secret:sk-ant-api03-abcdefgh12345678»
«secret:AIzaSyA-1234567890abcdefghijklmnopqrstu»
«secret:npm_abcdefghijklmnopqrstuvwxyz0123456789»
«secret:hf_abcdefghijklmnopqrstuvwxyz012345»
«secret:SG.abcdefghijklmnop1234.abcdefghijklmnopqrstuvwxyz123456»
«secret:eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P»
Authorization: Bearer «secret:abcDEF123456ghiJKL789»
Authorization: Basic «secret:dXNlcjpwYXNzd29yZA==»
x-api-key: «secret:0123456789abcdef0123»
api_key="«secret:9f8e7d6c5b4a39281706»"
client_secret: «secret:Zx81-kQ_77pLm.2»
token = «secret:a1b2c3d4e5f60718293a»
https://bob:«secret:hunter2»@host.example/x
postgres://app:«secret:s3cr3t-pw»@db.internal:5432/orders
https://example.com/reset?token=«secret:f7a9c2d1e0»&lang=en
https://hooks.slack.com/services/«secret:T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX»
Password: «secret:Sommer2026!»
passwort = «secret:geheim»
pwd: «secret:qwerty»
the password is «secret:Winter-2025»
das Passwort lautet «secret:Blume77»
the password for Atlas is «secret:tr0ub4dor&3»
Kennwort: "«secret:Zucker im Tee»"
PIN «secret:4821»
the PIN is «secret:0042»
TAN: «secret:918273»
cvv «secret:123»
security code is «secret:7788»
the PIN is «secret:four eight two one»
door code «secret:seven seven one nine»
`
  .split('\n')
  .filter((line) => line !== '');

/** Nothing is to be found in any. */
export const NEGATIVE = String.raw`
Order 4111111111111111 is late
order number 8700123456
Invoice 2026-000123 from 03.02.2026
Rechnung 20260302001 über 1.234,56 EUR
Auftrag 86095742719 ist offen
ticket 4711
case 151086 95088 was reopened
Case ID 260302-1234
INV-2026-000123
PO 450001234567
SKU 12345678Z
Artikel 4006381333931
EAN 4006381333931
ISBN 978-3-16-148410-0
tracking number 00340434161094042557
parcel 1Z999AA10123456784
Sendung 00340434161094042557
Seriennummer 123456789012
Vorgang 1237 010180
Kundennummer 111222333
customer 123456782
contract 4012888888881881
Vertrag 811228-9874
Aktenzeichen 12 345 678 903
Beleg 5555555555554444
commit a7f3c9d2e1b04859
sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
550e8400-e29b-41d4-a716-446655440000
recording-1a2b3c4d5e6f
step-4111111111111111
log_20260302_140500.csv
build 20260302.14
version 1.2.3.4
v2.10.0-beta.3
Node 24.21.0
zod@4.6.7
react@19.3.1 is installed
npm i @orpc/client@1.16.1
icon@2x.png
look@me
@noor can you check
meet at 10:30
14:05:22.123
2026-03-02T14:05:00+01:00
2026-03-02 14:05:00
03/02/2026
02.03.2026 14:05
on 2.3.26 at noon
from 01.02.2026 to 28.02.2026
between 2019-2026
1700000000000
1772442000000000
timestamp 1772442000
1,234,567.89
1.234.567,89 €
€ 12.345.678
$1,200
12 345 678
3.141592653589793
0.0123456789
100 000 000 rows
99.95 %
row 1234567890
page 3 of 12
1-2-3
12 34 56
chapter 4.11.1111
10.0.0.0/8 is internal
192.168.0.1
room 0815
Zimmer 007
A4 210 x 297
1280x800
1920 1080
lat 48.2082 lon 16.3738
48.20849, 16.37208
8 GB of 16 GB
Q3 2026
KW 12
W2026-10
DIN 5008
ISO 20022
RFC 5321
§ 312 BGB
SAP transaction VA01
table VBAK-VBELN
cell AB123456
field AA1234567
BG 12 34 56 C
ZZ123456D
QQ123456C
AT61 1904 3002 3457 3210
DE00370400440532013000
XX61 1904 3002 3457 3201
AT 61 of 73
the total is 4111 1111
4111 1111 1111 1112
4111-1111-1111-1112
1234 5678 9012 3456
1111 2222 3333 4444
0000 0000 0000 0000
have a look at example dot com
it is at the end
we met at node dot js
look at page dot seven
he works at it dot the rest waits
point at it and click
we arrive at the dot com era
let's meet at one dot five
the password is wrong
Password required
password: ********
Passwort vergessen?
Passwort: vergessen?
Forgot password?
the password is Required
Password is optional here
I reset the password
Enter your password
pass the form on to finance
the PIN pad is broken
the token expired
token: expired
the secret is to ask early
api key is missing
key: value
Key: 12
secret santa
bearer of bad news
public key cryptography
BEGIN PUBLIC KEY
ask-me-anything-about-returns
sk-learn is a library
https://example.com/orders/4012345678
https://example.com/orders/2026/03/02
https://example.com/?page=2&sort=date
https://example.com/?id=0660123456
C:\orders\2026\0123456789.csv
/var/log/0660 1234567.log
one two three four
one, two, three and go
order one two three four five six seven eight
order number four one one one one one one one
we have two three four open cases
nine to five
one or two of them
five six seven minutes
zero one two three: that is the counter
step one two three four five six
number nine nine nine
eins zwei drei vier
Bestellung eins zwei drei vier fünf sechs sieben acht neun
from 1 to 10, then 11 to 20
1 2 3 4 5 6 7 8 9
10 20 30 40 50
3-2-4
12-34-5678
000-12-3456
666-12-3456
123-00-4567
order 078-05-1120
invoice 536-90-4399
756.9217.0769.86
756.1234.5678.90
86095742718
11111111111
12345678901
44051401358
85.07.30-033.29
131052-308U
12345678A
X1234567A
RCCMNL83S18D969A
2 95 10 99 126 111 94
390.533.447-06
231.002.999-00
971013-9019903
811228-9875
311252-308T
990231/1234
0.12.3
01.02.03
08/15
0815-4711
0123
007 123
00123456
0001234567
(12) 34
(030)
+1
+12
+100 000
+5 %
-42
temperature +21.5
100+200
3+4=7
call 3 customers
call 12 of 15
ring 2 times
phone 5
fax it
Tel.
Telefon
the hotline opens at 8:00
call before 03.02.2026
call by 14:30
wait 48 hours then call
in 2025 and 2026
order 0660 1234567
Bestellnummer 0171-1234567
ref 020 7946 0958
invoice 415-555-2671
case 06 12 34 56 78
`
  .split('\n')
  .filter((line) => line !== '');

/** What is hard: said loosely, misread or mixed. Much of it is missed, and the tests say what. */
export const HARD = String.raw`
my number is «phone:0660 one two three four five six seven»
call «phone:oh seven seven hundred nine hundred one two three»
call «phone:plus forty three six sixty one twenty three forty five sixty seven»
you get me under «phone:six six oh, one two three, four five six seven»
so I type in her number which is «phone:0660 123 45 67» and wait
the carrier's line, it's «phone:555 0199», nobody picks up
the customer gave «phone:06601234567» as contact
«phone:0I71 1234567» is on the scan
write to «email:anna smith at gmail»
it is «email:anna at example com»
«email:anna.smith@exarnple,com» stands on the scan
«email:anna . smith @ example . com»
«email:s m i t h at example dot com» she spells
so that goes to orders, that is «email:orders at example dot com»
send it over to «email:finance at example dot com» and then you are done
mail «email:jan-peter at muster-firma Punkt de»
the password is «secret:hunter»
the password is «secret:summer two thousand twenty six»
login is anna and «secret:Sommer2026!»
use «secret:Tr0ub4dor» to log in
PIN? It's «secret:4821», I think
the code for the door, «secret:7719», is on the board
AWS_SECRET_ACCESS_KEY «secret:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY»
AWS_SECRET_ACCESS_KEY=«secret:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY»
IBAN «iban:AT61 l904 3002 3457 3201»
«iban:AT61 1904 3002 3457 32O1» on the scan
konto «iban:A T 61 1904 3002 3457 3201»
card ending in 1111
card «card:4111 1111 1111 1112» as she read it
«card:4111 1111 11111111»
the card is «card:forty one eleven, eleven eleven, eleven eleven, eleven eleven»
«card:4111.1111.1111.1111»
order paid with card «card:4111 1111 1111 1111»
SSN ending 1120
her social is «nationalId:536 90 4399»
born 04/12/1985
steuernummer «nationalId:12/345/67890»
«nationalId:44051401359» w formularzu
passport «nationalId:C01X00T47»
the BSN, «nationalId:111222333», goes in here
cédula «nationalId:1.032.456.789»
`
  .split('\n')
  .filter((line) => line !== '');
