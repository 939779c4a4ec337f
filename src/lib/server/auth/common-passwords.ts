// The passwords that are tried first: the commonest 3,000 and all longer ones of the list of zxcvbn 4.4.2
// (MIT, Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc.), in small letters.
export const commonPasswords: ReadonlySet<string> = new Set(
  `
0.0.0.000 0.0.000 000000 0000000000d 0000000000o 000001 000007 000111 000777fffa 007007 01011910 01011970 01011975
01011977 01011980 01011981 01011982 01011983 01011984 01011985 01011986 01011987 01011988 01011989 01011990 01011991
01011992 01011993 01012000 01012001 01012010 01012011 010203 01020304 0102030405 010203040506 01091989 012345678910
0123654789 014702580369 0147258369 0147852369 0147896325 0192837465 01telemike01 02011985 02011987 02021984 02021985
02021986 02021987 02021988 02031984 02031986 02041986 02051986 02061985 02061986 02071982 02071986 02081984 02081987
02081988 02081989 02091986 02091987 02101985 03082006 0987654321a 0987654321q 0cdh0v99ue 0o9i8u7y6t 100000 102030
10203040 1020304050 102030405060 102938 1029384756 1029384756q 10293847qp 111111 11111111 1111111111zz 1111122222
11111aaaaa 11112222 1112131415 111222 111222333 111222333000 111222333444555 111222333a 111333 112211 1122112211
112233 11223344 1122334455 112233445566 112358 11235813 1123581321 1133557799 12011987 1212312121 121314 12131415
1213141516 122333 1223334444 122333444455555 123098 123123 12312312 123123123a 123123123q 123123a 123123q
123123qweqwe 1232323q 123321 123321123 123321456654 123321a 123321q 123321qweewq 1234321 12344321 1234509876 123451
123454321 123455 1234554321 1234554321a 1234554321q 123456 1234562000 12345654321 123456654321 1234567 12345672000
12345678 123456782000 1234567887654321 123456789 123456789. 1234567890 12345678900 123456789000 12345678900987654321
1234567890987654321 1234567890a 1234567890d 1234567890m 1234567890o 1234567890p 1234567890q 1234567890qaz
1234567890qw 1234567890qwe 1234567890qwerty 1234567890s 1234567890w 1234567890z 1234567890zzz 1234567891 12345678910
123456789101 12345678912 123456789123 1234567892000 12345678987654321 1234567899 123456789987654321 123456789a
123456789aa 123456789abc 123456789as 123456789asd 123456789b 123456789c 123456789d 123456789e 123456789f 123456789g
123456789i 123456789j 123456789k 123456789l 123456789m 123456789n 123456789o 123456789p 123456789q 123456789qaz
123456789qq 123456789qqq 123456789qw 123456789qwe 123456789qwer 123456789qwerty 123456789r 123456789s 123456789t
123456789v 123456789w 123456789x 123456789y 123456789z 123456789zx 123456789zxc 123456789zz 12345678a 12345678q
12345678qwe 12345679 1234567a 1234567q 1234567qwertyu 123456a 123456aa 123456k 123456q 123456qw 123456qwer
123456qwert 123456qwerty 123456r 123456s 123456z 123457 12345a 12345abcde 12345asdfg 12345q 12345qwe 12345qwert
12345qwerty 12345t 12345trewq 12345z 12345zxcvb 1234abcd 1234qwe 1234qwer 1234qwerasdf 1234qwerasdfzxcv 1234qwerty
123654 123654789 1236547890 123654789a 1236987 12369874 123698745 123789 123789456 123987 123aaa 123abc 123asd
123hfjdk147 123qaz 123qq123 123qwe 123qwe123 123qwe456rty 123qweasd 123qweasdzx 123qweasdzxc 123qwerty 123qwerty123
123zxc 124578 128500 12qw12 12qw34er 12qw34er56ty 12qwas 12qwaszx 131313 132435 13243546 132forever 134679
1346798520 135246 135790 1357908642 135792468 1357924680 1357997531 1366613 141627 142536 147258 14725836 147258369
1472583690 147258369a 147369 147852 147852369 1478963 14789632 147896325 150781 15426378 159357 159753 1597532486
159753456852 159951 162534 17171717aa 18436572 192837 192837465 1928374655 19411945 1958proman 1986irachka
19952009sa 19mtpgam19 1a2a3a4a5a 1a2b3c 1a2b3c4d 1a2b3c4d5e 1a2s3d4f5g 1a2s3d4f5g6h 1pass1page 1passwor 1pussy
1q2q3q4q5q 1q2w3e 1q2w3e4r 1q2w3e4r5 1q2w3e4r5t 1q2w3e4r5t6y 1qa2ws3ed 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz2ws 1qaz2wsx
1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazwsxedc 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 1qwerty 1qwertyuiop 1x2zkg8w
1z2x3c4v5b 200000 21031988 2128506 222333 223344 23176djivanfros 235689 2468013579 246810 25802580 258456 26429vadim
2dumb2live 31217221027711 314159 31415926 3141592654 315475 321123 321456 321654 321654987 3216732167 32615948worms
332211 333666 336699 362436 369963 38gjgeuftd 3f3fpht7op 3rjs1la7qe 3syqo15hil 413276191q 41d8cd98f00b 420247 420420
4294967296 42qwerty42 445566 456123 456321 456654 456852 4815162342 4815162342a 4815162342lost 4815162342q
4904s677075 4runner 50cent 51051051051 541233432442 5432112345 5544332211 5551212 555666 555777 59382113kevinp
5hsu75kpot 5t4r3e2w1q 654123 654321 666666 666777 666999 671fsa75yt 6751520 696969 73501505 741852 741852963
7418529630 742617000027 753159 753951 7753191 7777755102q 7777777 777888 7779311 778899 784512 787898 789123 789456
78945612 789456123 7894561230 789456123a 7895123 789654 789987 794613 7elephants 7jokx7b9du 7ugd5hip2j 80070633pc
80637852730 8096468644q 80988218126 852456 8675309 87e5nclizry 88002000600 89015173454 89032073168 89172735872
89211375759 89231243658s 89600506779 89876065093rax 8j4ye3uz 8phrowz622 8phrowz624 906090 9085084232 9085603566
911911 9293709b13 9379992 951753 963852 963852741 9638527410 987456 987456321 987654321a 987654321g 987654321q
987654321z 989244342a 9988776655 999111999q 99strenght 9z5ve9rrcz a11111 a12345 a123456 a1234567 a12345678
a123456789 a1234567890 a1a2a3a4a5 a1b2c3 a1b2c3d4 a1b2c3d4e5 a1s2d3 a1s2d3f4 a1s2d3f4g5 a1s2d3f4g5h6 a3eilm2s2y
a987654321 aa123456 aa123456789 aaa111 aaliyah aardvark aaron1 abc123 abc1234 abc12345 abc123456789 abcd123 abcd1234
abcde12345 aberdeen abgrtyu abracadabra abrakadabra absolut access access14 accord accountbloc achilles action
adam12 adgjmptw adidas admin18533362 adonis aezakmi afrika2002 agent007 aggies aikido airborne airbus airforce
airplane ajcuivd289 ajnjuhfabz alabama alabama123 alaska albatros albion alejandr aleksander aleksandr aleksandra
aleksey alenka alessandro alex123 alexande alexander1 alexandr alexandra1 alexis alexsander alibaba aliens allmine
allsop allstar alpha1 alphabet alphaomega alpine alternativa alucard am4h39d8nh amadeus amadeusptfcor amanda1
amateur amazon amber1 america america1 amsterda amsterdam amsterdam1 an83546921an13 anaconda anakin analsex anarchy
anastasija anastasiya andrei andrew1 andrewjackie andrey andrey1992 andromeda anfield angel1 angelochek angelofwar
angels anhyeuem animal animal2000 antananarivu anthony1 antoni anubis apache apokalipsis apollo apollo13 apple1
apple123 applepie apples applesauce aquarius aragorn area51 arizona armageddon armagedon armani arsenal arsenal1
arsenal123 artemis artemka asd123 asdasd asdf123 asdf1234 asdfasdf asdfg12345 asdfgh asdfgh123456 asdfghj asdfghjk
asdfghjkl asdfghjkl1 asdfghjkl123 asdfjkl asdfzxcv asdzxc ashley1 aspire aspirine assassin assfuck asshole asshole1
asshole123 assholes assman assword astalavista asterix astonmartin astonvilla astros atlanta atlantis atomic auburn
auckland2010 audia4 aussie austin austin1 australi australia1 avalanch avalon avatar avenger avrillavigne awdrgyjilp
awesome awesome123 awo8rx3wa8t azamat azerty azertyuiop azsxdc azsxdcfv azsxdcfvgb azwebitalia babemagnet babyblue
babyboy babydoll babyface babygirl babylon babylon5 bacardi bacchus backdoor badass badboy baddog badger badgirl
badman badnaamhere baggins bagira baller balloon balloons bambam banana bananas banane bandit bangkok banker banner
banshee banzai barbie barcelon barcelona barefoot barkley barney barsik bartman baseball baseball1 baseball11
baseball12 basket basketba basketball1 bassman bastard batman batman1 bayern bcfields beaches beagle beamer beaner
beanie bearcat beast1 beastie beatle beatles beautifu beautiful1 beauty beaver beavis beckham beefcake beemer beetle
bella1 benfica bengals beowulf beretta berezuckiy berlin bestfriend bhbirf bicycle bigass bigballs bigbear bigbird
bigboobs bigboy bigbutt bigcock bigdaddy bigdick bigdog bigfoot biggie biggles bigguy bigmac bigman bigmike bigmoney
bigone bigred bigsexy bigtime bigtit bigtits bikini billy1 billybob billyboy bimmer bingo1 binladen birdie birdman
birthday10 birthday100 birthday21 birthday26 birthday27 birthday28 birthday299 birthday54 biscuit bitch1 bitchass
bitches biteme bizkit blabla black1 blackberry blackbir blackcat blackdog blackdragon blackhaw blackheart blackhorse
blackie blackjac blackjack blackmetal blackout blacks blackwhite blacky bladerunner blades blahblah blaster blazer
blessed blessing blingbling blink182 blizzard blonde blondes blondie blowjob blowme bltynbabrfwbz blue123 blue22
bluebird blueboy bluedevils bluedog bluedragon blueeyes bluefish bluemoon bluesky bob123 bobafett bobby1 bobcat
boeing bogart bogdan bohica bollocks bollox bomber bond007 bondage bondarenko bonehead bonjour bonkers bonsai boobie
boobies booboo booger boogie bookworm boomboom boomer bootie boredboi4u boricua borussia bossman boston bounce
bowler bowling boxing boxster boy4u2ownnyc bpgjldsgjldthnf br0d3r brando brandon1 brandy brasil braveheart braves
brazil breakdance breast breasts breeze brian1 brighton bristol britney bronco broncos brooklyn brownie browns
brucelee brucewayne bruins brutus bubba1 bubbas bubble bubbles bucket buckeye buckeyes buckshot buddah buddha buddie
buddy1 budlight budman budweise buffalo buffett buffy1 bugger builder bujhmbujhm bulldog bulldog1 bulldogs bullet
bullseye bullshit bunghole bunny1 burger businessbabe buster buster1 butter butterbean buttercu butterfl butterfly
butterfly1 butthead butthole buttman buttons buzzard byajhvfnbrf byteme c43dae874d c43qpul5rz cabbage cactus
cadillac caesar calgary calico caliente californ california1 caligula callofduty camaro cambiami camelot camels
cameltoe cameron cameron1 camper canada cancer cancun candle candyman cannabis cannondale cantona capone captain
caramel caravan cardinal carolina carpedie carpet carrera carrot cartman cartoon casablanca casanova caserta casey1
casino casper cassie cat123 catch22 catdog catfish catherin catman cavalier caveman cbr600 ccbill cdtnkfyf
cegthgegth cegthgfhjkm celeron celica celine celtic celtic1888 celtics cerberus cessna cfitymrf cfkfvfylhf cgfhnfr
cghfdjxybr cgtwbfkbcn chainsaw champion champs changeme charger chargers charles1 charli charlie charlie1 charlie123
charlott charlton charly charmed chaser cheater cheburashka checkers cheech cheeks cheerleaers cheers cheese cheese1
cheetah chelsea chelsea1 cherokee cherry chessmaster chester chester1 chevelle chevrole chevy1 chewie cheyenne
chicago chicago1 chichi chicken chicken1 chicken123 chickens chickenwing101 chicks chiefs chimera chinook chipper
chivas chloe1 chocolat chocolate1 chopper chris1 chrisbln chrisbrown chrissy christ christia christiaan christian1
christin christop christophe christopher1 chrome chronic chrono chrysler chuang chubby chuckie chuckles chucky
chunky cicero cigars cinder cinnamon cjdthitycndj cjkysirj cjkywt clancy clapton clarinet classic claudi claymore
clemson clevelan clipper clitoris cloud9 clouds clover clubpenguin cnfnbcnbrf cnjvfnjkju cobra1 cocacola cocaine
cockgobbler cocksucker coconut coffee cohiba colombia colorado colors colt45 coltrane combat123654 comicbookdb
comicbooks commando compaq computador computadora compute computer concrete condom condor connect connor consumer
contortionist contrasena cookie cookies cooldude cooler coolguy coolio coolman coorslight cooter copper corleone
corona corperfmonsy corrado corsair corvette cosmic cosmos cosworth cougar counterstrike cowboy cowboy1 cowboys
cowboys1 coyote cracker crazy1 crazybab creampie creamy creative cricket crimson critter crjhgbjy cruise cruiser
crunch crusader crysis crystal1 ctdfcnjgjkm cthulhu cthutq cubbies cubswin cuddles cumming cumshot cuntfinger
cupcake curious custom cutlass cutter cvzefh1gkc cxfcnkbdfz cxfcnmt cxfcnmttcnm cyberonline cyclone cyclops
cyecvevhbr cyjdsvujljv cypress cytuehjxrf daddy1 daddysgirl daewoo dagger daisy1 dakota dalejr dallas dallas1 dammit
damnit dancer danger daniel1 daniil danila dannyboy danzig darkknight darkman darkness darkside darkstar darthvader
dashadasha david1 davide davids daytona dbrnjh dbrnjhbz dbrnjhjdbx dbrnjhjdyf dctvcjcfnm dctvghbdtn deadhead deadman
deadpool death1 deejay deeppurple deepthroat deerhunter deeznuts deeznutz defender defiant deftones delete delphi
delta1 deltaforce deluxe denali deniska depeche depechemode desert designer desire deskjet desperados destiny
detroit deutsch deutschland devil666 devildog devildriver devilmaycry devilmaycry4 devils dexter dfcbkbq dfkthbz
dfkthf dfktynbyf dfktynbyrf dfvgbh dharma dhjnvytyjub diablo diamond diamond1 diamonds dickhead dickie diehard
diesel dietcoke dieter digger diggler digital digital1 digitalprodu dilbert dilligaf dinamo dingdong dinosaur
dirtbike discover disney divine dkflbckfd dkflbdjcnjr dkflbvbh dkflbvbhjdbx dkflbvbhjdyf doberman doctor dodge1
dodger dodgeram dodgers dodgeviper dogfood doggie doggystyle doghouse dogman dogphil3650 doitnow dollar dolphin
dolphin1 dolphins domainlock2005 domino domodedovo donaldduck donkey donkeykong donuts doobie doodle doogie dookie
doughboy dracula dragon dragon1 dragon12 dragonball dragonballz dragonfire dragons dragoon dreamer dreams driver
drizzt droopy drowssap drpepper drumandbass drummer dthjybrf dublin ducati duchess dumbass durango duster dutchess
eagle1 eagles eagles1 eastside eatpussy eatshit eclipse eduard edward1 eeyore efbcapa201 einstein ejaculation
ekaterina ekaterina20 electra electric electron element elephant elizabet elizabeth1 elizaveta elvis1 emerald emily1
eminem empire engage engineer enigma enter1 enterpri enterprise eraser ericsson erotic erotica escaflowne escort
eternal eternity eureka europa evanescence evangelion everest everton excalibu exigen exigent exodus explorer
express extreme eybdthcbntn fabric facial faggot falcon falcons fallen fallenangel fallout falloutboy fantasy
farscape farside fartripper faster fatass fatboy fatcat fatman fcbarcelona feather felicidade fender fenerbahce
fergie fernand ferrari ferrari1 ferret fester fetish fghtkm fgjrfkbgcbc ficken fiesta figaro fighter fighting54
filter finalfantasy finger fireball firebird firefighter firefly firefox fireman firestarter firstone123 fishes
fishing fishing1 fisting fitness fkg7h4f3v6 fkmnthyfnbdf fktrcfylh fktrcfylh1 fktrcfylhf fktrcfylhjd fktrcfylhjdbx
fktrcfylhjdf fktrcfylhjdyf fktrcfylth fktrctq flames flamingo flash1 flatron fletch flexible flintstone flipper
floppy florian florida florida1 flounder flower fluffy flvbybcnhfnjh flyboy flyers foobar footbal football football1
football12 football123 fordf150 forest forever forfun formatters formula formula1 fortuna foryou fossil foxtrot
francesc frank1 franky freaks freaky freckles freddy frederiksberg freedom freedom1 freepass freeporn freeuser
friday friendster fright frisco frisky frogger froggy froinlaven fromvermine front242 frontier frosty frozenfish
fuck_inside fucked fucker fuckers fuckface fuckher fucking fuckinside fuckit fuckme fuckmehard fuckmylife fuckoff
fuckoff1 fuckthemall fucktheworld fuckthis fucku2 fuckyou fuckyou1 fuckyou123 fuckyou2 fuckyoubitch fuckyouguys
fufnfrhbcnb fugazi funtime fusion futbol fyfcnfcbz fyfnjkmtdbx fyfnjkmtdyf fylhtq fynfyfyfhbde fytxrf fyutkbyf
gabrie gabriel1 gabriell galatasara galatasaray galaxy galina galore gambit gamecube gamemaster gameover gandalf
gandalf1 gangbang gangbanged gangsta gangster garden garfield gargoyle gateway gateway1 gator1 gatorade gators
gawker gblfhfcbyf gbpltw gegcbr geheim gemini genesis genius george1 gerasimova geronimo gesperrt getmoney getsome
gfhfcjkmrf gfhfvgfvgfv gfhjkm gfhjkm1 gfhjkm123 gfhjkmgfhjkm ghbdtn ghbdtnbr ghbdtndctv ghbdtnghbdtn ghbdtngjrf
ghbdtnrfrltkf ghblehjr ghetto ghhh47hj764 ghhh47hj7649 ghjcnbnenrf ghjcnbvtyz ghjcnj ghjcnjabkz ghjcnjgbpltw
ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr ghjcnjnfr1 ghjcnjqgfhjkm ghjcnjrdfibyj ghjcnjrdfif ghjgfufylf ghjnbdjcnjzybt
ghjrehfnehf ghjrjgtyrj ghjuhfvbcn ghjuhfvvbcn ghostrider giants ginger ginger1 giorgi gizmo1 gizmodo gjdtkbntkm
gjikbdctyf gjkbyf gjkysqgbpltw gjytltkmybr gladiator gmoney gn56gn56 goalie goaway goblin goblue gobucks goddess
godfathe godfather godisgreat godsmack godzilla gofish goforit golden goldfinger goldfish goldstar goldwing golfball
golfer golfing goliath gollum gonavy goober good123654 goodboy goodfellas goodluck goodmorning goodtime google
gopher gordolee85 gordon24 gorilla gotcha gothic gotohell govols grandorgue granny grapes grease great1 greatone
greedisgood green1 greenbay greenday greenlantern greens gregor gremlin grendel gretzky griffey gringo grizzly
gromit groove groovy groucho groupd2013 grumpy gsxr750 gthtcnhjqrf gthtrhtcnjr gtnhjpfdjlcr guardian guiness
guinness guitar guitar1 gundam gunnar gunner gunners gunslinger gustav gxlmxbewym gy3yt2rgls hacked hacker hal9000
halflife hambone hamburg hamlet hammer hammers hammertime hamster handyman hannah hannibal hansolo happy1 happy123
happyday hardcock hardcore hardon hardrock hardwareid harley harley1 harry1 harrypotter havefun hawaii hawaiian
hawkeye hawkeyes hayabusa hd764nw5d7e1vb1 hearts heater heather1 heaven heavymetal heckfy hedgehog hedimaptfcor
heineken hellfire hello1 hello123 hellokitty helloo hellothere helloworld hellraiser hellyeah helmet helpme hendrix
hentai herbie hercules hermes hershey hesoyam hesoyam123 hidden highland highlander hijodeputa hiphop hippie hithere
hitler hitman hjvfirf hobbes hobbit hockey hockey1 hokies holiday hollister1 holly1 hollywoo hollywood1 holyshit
homer1 homers homerun honda1 hondacivic hondas2000 honey1 hongkong hooker hoosier hoosiers hooter hooters hootie
horizon horndog hornet horney horny1 horses hotbox hotboy hotdog hotpussy hotred hotrod hotsex hotshot hotstuff
hottie housewifes hshfd4n279 htubcnhfwbz hummer hunter hunter1 hunting hurrican husker huskers huskies hustler
hyperion hypnodanny iaapptfcor iamgod iampurehaha2 ib6ub9 ibanez icecream iceman iddqdiddqd iddqdidkfa idontkno
idontknow iforgot iguana ihateyou ilikepussy illini illuminati illusion iloveboobies ilovegirls ilovejesus
ilovemusic ilovemyfamily ilovemylife ilovemyself ilovepussy ilovesex iloveu iloveyo iloveyou iloveyou11 iloveyou12
iloveyou123 immortal impala incubus indiana indians indigo inferno infiniti infinity ingodwetrust insane insert
insertions installdevic installsqlst installutil integra intelinside interacial intercourse intermilan internet
intrepid intruder inuyasha iomega ipswich irish1 ironmaiden ironman iscool iseedeadpeople italia itsasecret ivanov
ivanova iverson iwantu j3qq4h7h2v jabroni jackal jackass jackdaniels jackoff jackson1 jackson5 jacob1 jagger jaguar
jamaica james007 james1 jamesbon jamesbond jamesbond007 jamie1 jammer jammin jarhead jasmine jasmine1 jasmine123
jason1 jasper jaybird jayden jayhawk jazzman jediknight jedimaster jenny1 jericho jerkoff jessejames jessic jessica1
jester jesus1 jesuschris jesuschrist jesusislord jesussaves jetbalance jethro jetski jewels jigei743ks jimandanne
jimbob jimmy1 jktymrf jlbyjxtcndj jockey johann johannes john316 johnboy joker1 jokers jordan jordan1 jordan23
joshua1 jrcfyf juancarlos juggalo juggernaut jumper junebug jungle junior jupiter just4me justdoit justforfun
justice justin1 justinbiebe justinbieber justme juventus jxfhjdfirf k123456789 kahuna kaktus kalifornia kamehameha
kamelia2011 kamikaze kangaroo kanmax1994 kansas karate karina karolina kashmir kasper katana katerina katie1 katrin
kawasaki kbnthfnehf kcj9wx5n kd189nlcih keeper kelly1 kenshin kenwood kenworth kevin1 keyboard keystone keywest
kickass kicker killbill killer killer1 killers killme kingfish kingfisher kingkong kingpin kingston kipper kirill
kisses kissme kitkat kitten kitty1 kittycat kittykat klapaucius klaster kleopatra klingon knickerless knickers
knicks knights knopka kobebryant kodiak kolobok konstantin koshka kosmos kostya kotenok kravchenko krishna ktyjxrf
kudos4ever kungfu kurtcobain kwiatuszek labrador labtec lacrosse ladybug ladyffesta laguna lakers lakota lamborghini
lamborgini lancelot lancer lansing laptop larisa lassie lasvegas latinas latino leather leavemealone ledzep
ledzeppelin left4dead2 legacy legend legion legolas lennon leonid leopard lesbian lesbians lespaul lestat letmein
letmein1 letmein2 letmeinnow letsgo lexmark lfplhfgthvf lhbjkjubz2957704 liberty licker lickit lickme lifehack
lifeisgood lighter lightnin lightning lights lightsaber limpbizkit linda1 lineage2 linkinpark lionking liquid
littlebear littlebitch littlefuck littlegirl littleminge littlewhore liverpoo liverpool liverpool1 liverpoolfc
livestrong lizard lkjhgfdsaz lkjhgfdsazx lobster lockerroom logan1 logitech lokomotiv lol123 lolipop lollipop lollol
lololyo123 london lonestar lonewolf longhorn looker looser loploprock losangeles losers lost4815162342 lotrfotr34
love12 love123 love69 loveforever loveislife loveit lovely loveme lover1 loverboy lovers lovesex loveyou lovezp1314
lowrider lp2568cskt lsia9dnb9y ltybcrf luansantana lucifer lucifer666 lucky1 lucky13 lucky7 luckycharm luckydog
ludmila luojianhua lvbnhbq lytghjgtnhjdcr lzhan16889 m123456789 m6cjy69u35 ma123123123 macdaddy machine macross
madagaskar maddie maddog madina madison madison1 madman madmax madness madonna maestro maggie maggot magic1
magical123 magick magicman magnum magnus magpie maiden mailcreated5240 mailman majestic makaveli maksim malaka
malibu malina mallard mamapapa manchest manchester manchester1 mancity mandarin mandarinka mandingo mandragora
mangust6403 maniac manowar manson mantis manutd mapet123456 mapleleafs maprchem56458 maradona marathon maria1 marika
marina marine marine1 mariners marines marino marino13 marius markhegarty marlboro marley martin1 martini maryjane
mashamasha massimiliano massive master master1 masterbaiting masterbate masterbating mastercard masterchief
mastermind masturbation matador matchbox20 matematica matematika matrix matthew1 mattylad10 mature maurolarastefy
maverick max123 maxell maxima maximilian maximus maxmotives maxwell mayday mayhem mazafaka meatball meathead
meatloaf mechanic medusa megadeth megaman megapass megatron meister melissa1 mellon mellow memorex memphis menace
meowmeow mercedes mercury meridian merlin merlot mermaid mersedes metallic metallica metallica1 mevefalkcakk mexico
michae michael1 michael123 michaeljackson michigan mickey mickey1 mickeymouse microlab micron microphone microsof
microsoft midget midnight midway mighty milana milano milena milfhunter milkman millerlite millertime millwall
minecraft minecraft123 minhasenha minicooper minime minnesota_hp mirage misfit mishka missy1 mister mistress misty1
mittens mnbvcxz modena molly1 mollydog moloko molson momoney momsanaladventure monaco monalisa monday mondeo money1
moneymaker moneyman moneys mongoose monitor monkey monkey1 monkeybutt monkeys monopoly monster monster1 montana
montecarlo montgom240 montreal moocow mookie moomoo moonlight moose1 morgan1 morganstanley moritz morpheus
mortalkombat mortgage mortimer moscow mostwanted motdepasse mother motherfuck motherlode motorola mountain mouse1
mozart msorcloledbr muffin mulder mullet multiplelo multiplelog munchkin muppet murcielago musashi muscle mushroom
music1 musica musiclover musicman mustafa mustang mustang1 mustangs mustard mybaby mylife mylove mypass mypassword
mystic napass napster naruto nascar nasty1 nastya nastya1995 nastya1996 nastya2010 natali natasha natasha123 naughty
naughtyboy ncc1701 ncc1701a ncc1701d ncc1701e nccpl25282 ne1469 nebraska necromancer need4speed needforspeed nemesis
nemvxyheqdd5oqxyxyzi neptune networkingpe nevada neveragain nevergiveup neverwinter newbie newcastl newlife
neworleans newpass newpass6 newpassword newport newproject2004 newyork newyork1 newzealand nfnmzyf nhecsyfujkjdt
nhfdvfnjkju123 nhfrnjhbcn nhfycajhvths nickel nicola nicole1 nigger nightcrawler nightshade nikita nikita1998
nikita2000 nikola nikolaevna nikolay nimbus nimrod niners ninjas nintendo nintendo64 nipper nipple nipples nirvana
nissan nissan350z nitram nofear nokia6230i nokia6300 nokiadermo nolimit nondriversig noodle noodles nookie nopass
nopassword novell nthvbyfnjh nuaddn9561 nudist nugget nuggets number1 nuttertools nwo4life nyjets nylons nymets
oakland obiwan oblivion oc247ngucz oceans ohyeah oicu812 oilers oksana olcrackmaster oldman oldsmobile olegnaruto
oliver oliver1 olivier omega1 omgkremidia onelove onetime onetwothree online onlyme ontheoutside ontherocks
opensesame openup operator optimus oracle orange orange1 oranges orchid orgasm orioles orochimaru oscar1 osiris
othello ou8122 outkast outlaw overkill overlord oxford p0015123 p0o9i8u7y6 pa55w0rd pa55word pacers packard packer
packers packers1 pacman padres painkiller paintbal paintball paintball1 pakistan paladin paloma panama panasoni
panasonic pancho pandemonium pandora pantera panther panther1 panthers panties pantyhos panzer paradise paradox
paraklast1974 parola parolparol parrot pascal pass123 pass1234 passat passion passmaster passme passport passw0rd
passwd passwor passwor1 password password00 password01 password1 password10 password11 password12 password123
password1234 password13 password2 password21 password22 password23 password69 password99 passwords passwordstandard
passwort patches pathfinder patrick1 patriot patriots pavilion peaches peanut peanutbutter peanuts pearljam pebbles
peekaboo peewee pegasus pencil penetrating penetration penguin penguins penny1 penthous pentium pepper pepper1
pepsi1 pervert peter1 peternorth peterpan petrov peugeot peugeot406 pfhfnecnhf phantom pheonix phezc419hv philippe
philips phillies philly phoenix phoenix1 photos pianoman picard picasso piccolo pickle pickles pickup piglet pikachu
pillow pimpin pineappl pineapple1 pingpong pinhead pinkfloy pioneer pippen pirate pirates pisces pissing pissoff
pistol pitbull pizzas planet plastic platinum playboy player playstation playstation2 playstation3 playtime plumber
plymouth pobeda poison poiuyt poiuytrewq pokemon pokemon1 pokemon123 polaris police polina polniypizdec0211
polniypizdec110211 polopolo09 polska pompey poncho pontiac poochie poodle poohbear pookie poontang pooper poopie
poopoo pooter popcorn popeye porkchop pornografia pornographic pornos pornstar porsche porsche9 porsche911
portishead portland portugal poseidon possum postal postov1000 potato pothead powder power1 preacher precious
predator prelude premiumcash presario presto prettygirl primetime21 primus prince princes princess printer
prisonbreak prissy private privet prodigy prophet psychnaut1 psycho ptybnxtvgbjy puddin pudding puertorico
pufunga7782 pumpkin punisher punkin punkrock punksnotdead puppies pupsik purdue purple pussey pussie pussies pussy1
pussy69 pussybitch pussycat pussyeater pussylicker pussylover pussyman pussys putter pyramid python q12345 q123456
q123456789 q1234567890 q1q2q3q4q5 q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8
q1w2e3r4t5y6u7i8o9p0 qawsed qawsedrf qawsedrftg qawsedrftgyh qaz123 qaz123wsx456 qazqaz qazwsx qazwsx1 qazwsx12
qazwsx123 qazwsx1234 qazwsx12345 qazwsxed qazwsxedc qazwsxedc1 qazwsxedc12 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb
qazxsw qazxswedc qazxswedc123 qazxswedcvfr qazzaq qpwoeiruty qq123456789 qqq111 quant4307s quantum quartz quattro
queenas8151 queens quicksilver quiksilver qwaszx qwaszxerdfcv qwe123 qwe1234567 qweasd qweasd123 qweasdzxc
qweasdzxc1 qweasdzxc123 qweqwe qwer123 qwer1234 qwerasdf qwerasdfzxcv qwert1 qwert123 qwert12345 qwert54321
qwertasdfg qwertasdfgzxcvb qwertgfdsa qwerttrewq qwerty qwerty1 qwerty12 qwerty123 qwerty1234 qwerty12345
qwerty123456 qwerty123456789 qwerty2010 qwertyasdfgh qwertyu qwertyu123 qwertyui qwertyuio qwertyuiop qwertyuiop1
qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyytrewq qwertz qwertzuiop r2d2c3po r3vi3wpass rabbit
rabota racecar racerx rachel1 racing ragnarok raider raiders raiders1 rainbow rainman raistlin rambler rammstein
rammstein1 ramses rancid random ranger ranger1 rangerover rangers rangers1 raptor rascal rasdzv3 rasputin rastaman
raven1 ravens rbhbkk rctybz reader realmadrid reanimator reaper rebecca1 rebels red123 redalert redbull reddog
redfish redhead redhot redline redman redneck redrum redskins redsox redwing redwings redwood reebok reefer renault
renegade rereirf rescue residentevil respublika retard reviewpass rfcgthcrbq rfgecnfcerf rfhbyf rfhfrfnbwf
rfhfvtkmrf rfkmrekznjh rfnfcnhjaf rfnfgekmnf rfnthbyf rfnthbyf1988 rfrfirf rfrnec rhbcnbyf rhbcnbyjxrf rhfcjnrf
rhfcyjzhcr rhfvfnjhcr rhtdtlrj richard1 rightnow ripken ripper ripple riverplate rjhjkmbien rjirfrgbde rjntyjr
rjycnbnewbz rjycnfynby rkfdbfnehf roadkill roadking roadrunn roadrunner robert1 robotech rockbottom rocker rocket
rockets rockford rockhard rockhopper rockon rockstar rocky1 rodman roflcopter roller rolltide romashka rommel
ronaldinho ronaldo rookie rooster rootbeer rosebud rotten route66 rovers royals rtyuehe rubber rulezzz runescape
runescape1 runner rush2112 ruslan russia rustam rusty1 s123456789 s456123789 sabbath sabine sabres sadie1 safari
sailboat sailing sailor sailormoon saints sakura salamander salamandra saleen sally1 salmon salomon salsero samantha
samiam sammy1 samson samsung samsung1 samsung123 samtron samurai sanandreas sancho sandiego sandman sandro sandy1
sanfran sanfrancisco sapper sapphire saqartvelo sarah1 saratoga sascha sasha1 sasha12345 sasuke satan666 satana
sataniv1993 saturn saun24865709 sauron sausage sayang scania scanner scarface scarlet schoolgirlie scooby scoobydo
scooter scooter1 scorpio scorpio1 scorpion scotch scotland scott1 scotty scoubidou2 scoubidou6 scrappy scream
scruffy scully seahawks seamus searay seattle sebastia sebastian1 secret secret1 security seeker seemnemaailm
seinfeld select selfok2013 seminole semperfi sentinel septembe serega serendipity serenity sergei sergey sersolution
server service321 sesame sevastopol seven7 sex123 sex4me sexmachine sexpistols sexsex sexual sexxxx sexy69 sexygirl
sexyman shadow shadow1 shadow1212 shaggy shalom shaman shamanking shamrock shaney14 shania shannon1 shaolin sharks
sharky shasta shaved shazam shelby shemale sherlock shevchenko shiloh shithappens shithead shitty shogun shooter
shorty shotgun showme showtime sidewinder siemens sierra silenthill silver silver1 silverad simferopol simon1 simple
simpleplan simpsons sinatra sinbad sinister sinner sirius sithlord sixers skateboard skater skeeter skidoo skiing
skinny skipper skippy skittles skorpion skorpion39 skydive skylar skyler skyline skywalke skywalker slacker slappy
slapshot slave1 slayer sleepy slider slinky slipknot slipknot666 slippery slutty smallville smeghead smegma smelly
smiles smiley smiths smitty smoker smokes smokey smokin smooth smudge snake1 snakes snapon snapper snapple snatch
sneakers snickers sniper snoopdog snoopy snowball snowboar snowman snuggles snusmumrik sobaka soccer soccer1
socrates softball software sojdlg123aljg soldier soleil solidsnake solnce something1 sommer sonics sonnenschein
sonoma sonyericsson sooners sophie soso123aljg southpar southpark spaceman spam967888 spanking spankme spanky
sparkle sparky sparky1 sparta spartak spartak1922 spartan spartan117 spartans speaker specialinsta spectre spectrum
speedo speedy spider spiderma spiderman spiderman1 spiderman3 spidey spike1 spinner spirit spitfire splash splinter
sponge spongebob spooky spring sprint sprite spunky spurs1 sputnik spyder squall squash squirrel squirt srinivas
stalin stalingrad stalker stalker123 stallion star69 starbuck starcraf starcraft stardust starfire starfish stargate
starman starship starter startrek starwars static statistika stealth steamforums steeler steelers stefano stephani
stereo sterlin steve1 stickdaddy77 sticks sticky stimpy stinger stingray stinky stinkyfinger stocking stocks
stomatolog stonecol stoned stones stoney stormy stranger stratocaster strawberry streetball strider strike striker
stripper studioworks studly studmuffin stumpy stunner stupid subaru sublime subway subzero success sucker suckit
suckme suckmycock suckmydick sultan summer summer1 summertime summit sundance sunday sundaypunch sunflowe sunflower
sunnyday sunrise sunset sunshin sunshine super1 super123 superduper superfly superman superman1 superman12
superman123 supermanboy supermario superpuper supersonic supersta superstar surfer surfing suzuki svetasveta svetik
svetlana svoboda swallow sweet1 sweetdream sweetpea sweetpussy sweets sweety swimmer swimming swinger swingers
swordfis swordfish swords sydney syncmaster syracuse systemofadown t34vfrc1991 table54781 tacobell tacoma
tadmichaels talisman tamwsn3sja tanker tardis target tarheel tarheels tarzan tattoo tatyana taurus taylor1 tazman
tazmania tdfyutkbjy tdutybq tdutybz teacher technics techno teddy1 teddybea tekken telecaster telefon tempest
templar temppassword tennis tequila terminator terrapin terror test123 test1234 tester testing testing123 texas1
thailand thanatos thankyou thebeatles theboss thecakeisalie thecat thedog thedoors thedude theend thegame thegreat
thekid theking theman theone therock thesims thirteen thomas1 thongs throatfuck thuglife thugstools thumbs thumper
thunder thunder1 thunderb thunderbird thx1138 tiberius ticketmaster tickle tiffany1 tiger1 tigers tigerwoods tigger
tigger1 tights timber timberland timberwolf tinker tinkerbell tinman tintin titanic titanium titans titleist titten
titties tokiohotel tolkien tomato tombraider tomcat tommy1 tommyboy toolman tootsie topcat topdog topgun topher
topper tornado toronto toshiba tottenha tottenham toyota tracker tractor trader trance transam transexual translator
trapper travel traveler treasure trebor trfnthbyf triangle tricky trident trigger trinity triton triumph trixie
trojan trojans trombone trooper trouble trucker trucks truelove trumpet trunks trustno1 trustnoone tsunami tuesday
tulips tunafish tundra tupacshakur turbo1 turkey turkey50 turtle tweety twilight twinkle twisted twister tyler1
typhoon ublhjgjybrf ufhhbgjnnth ufkbyf ujkjdjkjvrf ultima ultimate umbrella uncencored underdog undertaker
unforgiven unicorn unreal usa123 usarmy usnavy usuckballz1 utopia v123456789 vacation vaffanculo vagina valentin
valentina valera valhalla valkyrie vampire vanhalen vanilla vanyarespekt vasilisa vbhjndjhtw vector vectra vedder
vegeta velvet venera venom121293 verbatim veritas vermont veronika vertigo verygoodbot vfczyz vfhbyf vfhbyfvfhbyf
vfhecz vfhufhbnf vfhufhbnrf vfhvtkflrf vfksirf vflfufcrfh vfntvfnbrf vfrcbv vfrcbvrf vfrcbvvfrcbv vfvekz vfvfgfgf
vfvfgfgf123 vfvfvskfhfve vfvjxrf vfylfhbyrf vh5150 viagra victory viewsonic viking vikings viktor viktoria viper1
vipers virgin virtuagirl vision vitalik vkontakte vladik vladimir vladimirovna vladislav vladislava volkswagen
volley voodoo vortex voyager voyeur vqsablpzla vsjasnel12 vulcan vyjujnjxbt w2dlww3v5p wachtwoord walkman555 walleye
wallstreet walmart walnut walrus wanker wapbbs warcraft wareagle warhammer warhammer40k warlock warlord warrior
warriors warthog wasser wassup watcher waterloo watermelon wazzkaprivet wcrfxtvgbjy weasel webhompass webmaste
webmaster websolutions websolutionssu webuivalidat weezer weihnachte weihnachten weihnachtsbau weihnachtsbaum
welcome welcome1 welcome123 welder wenef45313 werewolf westham westside westwood wethepeople wetpussy whatever
whatsup whatthefuck whatthehell wheels whiskers whiskey whisky whisper whitepower whitesox whitey whocares
whosyourdaddy whynot wibble wicked wildcat wildcats wildfire wildman william1 willow windows windsor winner
winnipeg261 winston winston1 winter wisdom wishbone wishmaster wizard wolf359 wolfgang wolfie wolfman wolfpack
wolverin wolverine wolves wombat wonderwall wonderwoman woody1 woofwoof woohoo wookie wordpass wrangler wrestle
wrestlin wrestling1 wrinkle1 writerspace wutang xanadu xavier xbox360 xerxes xfiles xiaoyua123 xpressmusic xtreme
xxx123 xxxp455w0rd5 xxxpass xyz123 yamaha yankee yankees yankees1 yanshi1982 ybrbnf ybrjkfq ybrjkftdbx ybrjkftdyf
yellow yfcntymrf yfcnzyfcnz yfnfif yfnfitymrf yfnfkmz yjdsqgfhjkm yomama yosemite yourmom yousuck ytrewq yzerman
z123456789 z1x2c3 z1x2c3v4 z1x2c3v4b5 z1x2c3v4b5n6m7 zaphod zaq123 zaq12wsx zaq1xsw2 zaq1xsw2cde3 zaqwsx
zaqwsxcderfv zaqxsw zaratustra zcfvfzkexifz zcxfcnkbdf zcxfcnkbdfz zenith zeppelin zerocool zhuang zidane zigzag
zipper zjses9evpa zombie zqjphsyf6ctifgu zvezda zx123456789 zxasqw12 zxc123 zxcasd zxcasdqwe zxcasdqwe123 zxcv1234
zxcvb12345 zxcvbasdfg zxcvbn zxcvbn123456 zxcvbnm zxcvbnm1 zxcvbnm123 zxcvbnm123456789
`
    .trim()
    .split(/\s+/)
);
