"""The words by which `calm` tells what only sounds like danger.

Patterns parted by semicolons: words as they sound, `*` for any ending, `..` for up to three words between,
`a/b` for either word.
"""

from __future__ import annotations

import re

from bot.language.skeleton import skeleton

_BETWEEN = r"(?:\S+ ){0,3}?"


def _sounding(word: str) -> str:
    ending = r"\S*" if word.endswith("*") else ""
    return re.escape(skeleton(word.rstrip("*"))) + ending


def _written(pattern: str) -> str:
    words = []
    for word in pattern.split():
        either = "|".join(_sounding(one) for one in word.split("/"))
        words.append(_BETWEEN if word == ".." else f"(?:{either}) ")
    return "".join(words)


def patterns(text: str) -> re.Pattern[str]:
    """Finds any of the patterns in a line of sounds that begins and ends with a space."""
    return re.compile("(?<= )(?:" + "|".join(_written(one) for one in text.split(";") if one.strip()) + ")")


# The one who writes.
MINE = patterns("""
    me; us; my; our; i am; we are; we were; আমা*; আমি .. আছি/আটকা*; amake; amare; amay; amk; amar; amr;
    amader*; amago*; ama*; মোগো; আঁরারে; মোরে কে
""")
# Their people: with one of them a story is no longer about others.
OURS = patterns("""
    brother*; sister*; husband; wife; son; daughter; cousin*; uncle; father; mother; nephew; ভাইরে; ভাইকে;
    ভাই .. আটক*; স্বামী*; shami*; জামাই*; bon/bonre/bonke; বোন/বোনরে/বোনকে; chele; ছেলে;
    ছেলেরে; ছেলেকে; ভাতিজা*; ভাগনা*; ভাগিনা*;
    মামা*; চাচা*; বন্ধু*
""")
# Who asks for help, or wants to die, is listened to.
PLEA = patterns("""
    want to die; want to end; do not want to live; dont want to live; kill myself; end my life;
    মরতে চাই/মন/ইচ্ছা*; morte chai/mon/iccha*; বাঁচতে চাই; bachte chai; help; save; rescue; urgent;
    urgently; emergency; বাঁচান; বাচান; bachan; bacan; উদ্ধার; uddhar; সাহায্য; sahajjo; sos;
    বিপদে আছি/পড়ছি
""")
# What comes after it may be the danger.
BUT = patterns("""
    but; kintu; কিন্তু; তবু; tobu; তাও; তবে; tobe; still; again; though; although; aj/আজ আবার/abar
""")
# Something of one's own is told beside the question.
I_TOO = patterns("""
    i cannot; i cant; i am; im; i work*; i sleep; i go; i have; i did; we cannot; we cant;
    months; weeks; since; no salary; no pay; মাস ধরে/ধইরা; mas/mash dhore/dhoira
""")
# Films, plays, books.
FICTION = patterns("""
    film; films; movie*; মুভি*; ফিল্ম*; cinema*; সিনেমা*; সিনামা*; drama; natok*; নাটক*; novel; novels;
    উপন্যাস*; golpo*; গল্প*; documentar*; ডকুমেন্টারি*; serial; সিরিয়াল*; episode; web series; series;
    cartoon*
""")
# News, and what people say.
HEARSAY = patterns("""
    in the news; on the news; on news; on tv; news report; newspaper*; saw a report; khobore; khobor e;
    খবরে; potrikay; পত্রিকায়; পেপারে; tv te; টিভিতে; youtube e/video*; ইউটিউবে*; i heard; we heard;
    heard that; people say; i have read; i read that; শুনছি; শুনেছি; shunsi; shunchi; sunsi; sunchi;
    shunechi; লোকে বলে/কয়; loke bole/koy; মানুষ আত্মহত্যা করে
""")
# No news of somebody is no news in the paper.
NO_NEWS = patterns("no news; any news; kono khobor")
# Homework, translations, songs.
WORDS_ONLY = patterns("""
    an essay; essay on; paragraph on; a paragraph; paragraph likh*; রচনা; rochona; onucched; অনুচ্ছেদ;
    composition; assignment; homework; meaning of; mean in; translate; translation of;
    অনুবাদ করে; synonym;
    spelling of; বানান কী; bangla ki; english ki; ইংরেজি কী; mane ki jinis; lyrics; download*; ডাউনলোড*;
    caption; pronounce; quiz question; কবিতা; kobita; title of the
""")
# What a word means; not what a life means.
WORD_MEANS = patterns("""
    মানে কী; মানে কি; mane ki; কাকে বলে; kake bole; kare koy; কারে কয়; what does .. mean; jinis ki;
    জিনিসটা কী
""")
LIFE = patterns("""
    die; kill myself; suicid*; life; live; living; বাঁচতে; bachte; moron; মরতে; morte;
    jete chai; যেতে চাই;
    jibon*; জীবন*; bacha*; bachar; বাঁচা*; বেঁচে; baicha
""")
JOKE = patterns("""
    lol; haha; হাহা; hahaha; হাহাহা; hehe; হেহে; just kidding; joking; মজা করলাম; moja korlam; kidding
""")
# Who is beaten in a match.
SPORT = patterns("""
    wicket*; উইকেট*; cricket; ক্রিকেট*; football; ফুটবল*; carrom; ক্যারম*; ludo; লুডু*; chess;
    দাবা*; pubg;
    পাবজি*; free fire; the match; final match; match; ম্যাচ; in this game; boss in the game; boss level;
    level boss; this level; last over; a six; খেলায়; ম্যাচে; matche;
    india/pakistan/lanka/afghanistan/nepal/england/australia/brazil/argentina beat*; ranking; khelay;
    table tennis; arm wrestling
""")
BEATEN = patterns("""
    beat*; kill*; lost; hit; মার*; mar*; হার*; har*; mair; maira; মাইর; মাইরা; dies; die; killed
""")
# Said of small things: heat, hunger for a dish, a locked account, a held flight; only its own words are calm.
SAYING = patterns("""
    heat/weather/traffic/head/headache/exam/exams/noise/boredom .. kill*;
    waiting/shoes/boots/legs/feet/mosquito*/suspense/internet/joke/curiosity .. kill*;
    joke killed me; kill time; killing time; killed it; dressed to kill; dying to/for;
    dying of laugh*/boredom; die laughing; bored to death; dead tired; dead battery; battery is dead;
    phone died; dead phone; গরমে মরে/মইরা/শেষ/পারি/পারছি/পারতেছি;
    gorome/gorom e more/moira/sesh/shesh/pari/parchi/partesi; গরমে আর পারি/পারছি; gorome ar pari/parchi;
    না এই/ei গরমে; na ei/ai gorome; না গরমে; na gorome; হাসতে হাসতে .. মরে/মইরা/পেট/শেষ;
    hashte hashte .. more/moira/pet/sesh/shesh; haste haste .. more/moira/sesh; প্রেমে .. মরে/মইরা/পাগল;
    preme .. more/moira/pagol; হিসাব .. পারছি না; hisab .. parchi na;
    facebook/fb/gmail/email/mail/account/imo/whatsapp/bkash .. locked/blocked/hacked;
    nagad/sim/icloud/wifi/pin/password/luggage/suitcase/bike/car .. locked/blocked/hacked;
    locked out of; locked myself out; locked my key/keys; key/keys locked; key/keys inside;
    keys in the car;
    ফেসবুক/আইডি/ইমো/একাউন্ট/অ্যাকাউন্ট/সিম/বিকাশ .. আটকা/ব্লক;
    ফেসবুক/আইডি/ইমো/একাউন্ট/অ্যাকাউন্ট/সিম .. লক হইছে/হইয়া/হয়ে;
    facebook/fb/id/imo/account/sim/bkash atka;
    facebook/fb/id/imo/account/sim .. lock hoye/hoise/hoya; ফোন/মোবাইল লক হয়ে/হইছে/হইয়া;
    phone/mobile lock hoye/hoise/hoya; চাবি ভিতরে/ভেতরে; chabi vitore/bhitore; তালা নষ্ট; tala nosto;
    তালার/তালা মিস্ত্রি;
    flight/ফ্লাইট/plane/বিমান/parcel/পার্সেল/luggage/লাগেজ/মাল/container .. held/atka*/আটকা*/delay*/stuck;
    bank*/ব্যাংক* atka*/আটকা*; customs*/কাস্টমস* .. atka*/আটকা*; atka* .. customs*/bank*/kuasha*;
    আটকা* .. কাস্টমস*/ব্যাংক*/কুয়াশা*; flight held; জ্যামে আটক*; jam e atka*; stuck in traffic;
    stuck in a jam; brishti te atka*; বৃষ্টিতে আটকা*;
    i miss my kids/son/daughter/family/mother/home/wife/husband/village/children/baby/brother;
    missing you;
    missing home; am missing my; missing my .. so much/badly/lot; মিস করি; miss kori; mon pore; মন পোড়ে;
    suicide squad/rate/rates/prevention/statistics/hotline; সুইসাইড স্কোয়াড*; suicide bomb*;
    আত্মহত্যার হার; attohottar har; আত্মহত্যা নিয়ে/প্রতিরোধ/রোধে/রোধ; attohotta niye/protirodh/rodhe;
    prevent suicide; i owe; we owe; he owes me a; আমি ঋণী; chor/চোর ধরছে/ধরে;
    ধরা খাইছি খেলায়; হুরুব মার*;
    huroob mar*; report mar*; রিপোর্ট মার*; ডাক মার*; সিল মার*; seal mar*; phone marse; ফোন মার*;
    cant/cannot go on the/a/friday/saturday/sunday/monday/tuesday/wednesday;
    cant/cannot go on thursday/leave/holiday/vacation/umrah/hajj/tour/trip/foot;
    can not go on the/a/friday/saturday/sunday/monday/leave/holiday/vacation/tour/trip;
    prison/jail guard; last day at/of school/work/office/training/class; স্কুলের শেষ দিন;
    school er shesh/sesh din; i keep my passport;
    জেলে ভাইদের/পাড়া*/পরিবার*; jele vaider/para*; ভিসার টাকা মালিক; visar taka malik/company;
    my passport photo; passport size; passport photo; পাসপোর্ট সাইজ*; পাসপোর্ট ছবি*; broke .. record;
    blood test
""")
# Asked in general; nobody of ours is in it.
RULE = patterns("""
    is it/this/that legal/illegal/allowed/lawful/normal/permitted; against the law; against law; a crime;
    legal or not; allowed or not; punish*; permitted; by law; the law; trafficking if; who keeps;
    who should; what happens to/if/when; what happen to/if;
    how many people/women/men/workers/girls/migrants/boats; how often; how common; why do;
    how do people/they/kidnappers/smugglers/traffickers/dalals/families; how are; who is punished;
    are there .. people/houses/places; do people; do they really;
   
    do boss/bosses/employer*/compan*/smuggl*/traffick*/broker*/dalal*/kidnap*/polic*/famil*/agent*;
    does a/an/the;
    does paying; what do traffick*/smuggl*/dalal*/broker*; what kind of; in general; in theory; any cases;
    is it common; is it true; real or not; true or false; শাস্তি; শাস্তি কী; শাস্তি কি; shasti; shaja ki;
    সাজা কী; আইনে; আইন আছে; ain e; aine; ain ase; বৈধ; boidho; অবৈধ; বেআইনি; অধিকার আছে; odhikar ase/ache;
    বিচার আছে; bichar ase; বিচার .. কত/কতদিনে; নিয়ম কী; niyom ki; কী কী লক্ষণ;
    kharap lokkhon; লক্ষণ*; lokkhon;
    কেমনে হয়; kemne hoy; কত ঘটে; koto ghote; ঘটনা গুলা; ghotona gula; সত্যি হয়; এমন হয়; emon hoy;
    erokom hoile; emon hole; হইলে পরিবার; হলে পরিবার; hole poribar; hoile poribar; মানুষ কেমনে;
    manush kemne; লোক .. কেন; lok .. keno; যারা .. তারা/তাদের; jara .. tara/tader; কি স্বাভাবিক;
    meyeder .. koto hoy; মেয়েদের .. কত হয়
""")
# Whether they may, or would.
ASKED_OF_THEM = patterns("""
    can/may/could/should/must a/an/the/my/any boss/employer/company/agent/sponsor;
    can/may/could/should/must a/an/the/my/any kafeel/kofil/owner/agency/madam;
    how long .. hold/keep/keeps; কয়দিন/কতদিন রাখে; koydin/kotodin rakhe;
    can/may/could/should boss/bosses/employer/employers/company/companies/agents/agency/police;
    is/are/am/was the/my/a/this/i .. allowed/permitted;
    is/are boss/bosses/employer*/compan*/agent* .. allowed/permitted;
    does the/my/a boss/employer/company/agent have the right;
    will/would police/immigration/they arrest/deport/catch/jail/detain;
    will the police/immigration/company/boss/airport; do/does police/immigration; পুলিশ কি; police ki;
    পুলিশে কি; পুলিশ ধরে নাকি/কি/কেমন; police dhore naki/ki/kemon; ধরবে নাকি; ধরবে না তো; dhorbe naki;
    dhorbe na to; dhorbe ki; to police dhorbe; তো পুলিশ ধরব/ধরবে; do they owe;
    are maids/workers/women/girls/men .. beaten/abused/sold; জীবন শেষ নাকি;
    jibon sesh/shesh naki; জেলে দেয় নাকি/কি; jail e dey naki/ki; jele dey naki/ki; কি জেলে; কি পুলিশ;
    ki police; ki airport; জেল হয় নাকি/কি; jel hoy naki/ki; কি জেল; ki jail
""")
# Given back, paid, let go, at home again.
OVER = patterns("""
    mas sesh hoy nai to; মাস শেষ হয় নাই তো; month is not over; used to hit/beat/slap; মারত আগে; আগে মারত;
    age marto; purana malik marto; পুরান মালিক মারত; got it in my hand; in my hand now;
    এখন আমার কাছে/হাতে;
    ekhon amar kache/kase/hate; গতকাল মালিক দিছে; kal malik dise; gave it back;
    gave it right/straight back;
    gave them back; passport .. returned; scanned returned; gave back; returned it; returned them;
    got it back; got them back; have it back; handed it back; later paid; paid later; paid everything;
    paid all; all paid; paid in full; paid us later; now it is fine; is fine now; all is fine; fine now;
    is home now; i am home; am home since; now home; are home now; came home safe*; back home now;
    was released; were released;
    been released; is free now; let me go after; let him go after; and let me go; came out of jail/prison;
    out of jail; out of prison; solved; new boss/company/one pays/is; পরে .. দিয়া/দিয়ে দিছে/দিয়েছে;
    pore .. diye/diya dise/diyeche/diche;
    পাসপোর্ট/কাগজ/টাকা/বেতন/সিল .. ফেরত দিছে/পাইছি/পাইলাম/পেয়েছি/দিয়েছে;
    পাসপোর্ট .. আবার দিয়া/দিয়ে দিছে; passport .. abar dise/diye;
    passport/kagoj/taka/beton/seal .. ferot dise/paisi/pailam/peyechi/diyeche; পরে সব পাইছি;
    pore sob paisi;
    সব পাইছি; sob paisi; sob peyechi; টাকা পাইছি সব; এখন ঠিকমতো; এখন .. ঠিকমতো; ekhon .. thik; ekhon thik;
    এখন ঠিক; এখনকারটা; ekhonkar*; ekhon kar ta; ছাড়া পাইছে/পাইছি/পেয়েছে; chara paise/paisi/peyeche;
    জেল খাইটা/খেটে; jail khaita/khete; jel khaita/khete; পুলিশ .. ছাইড়া/ছেড়ে দিছে;
    police .. chaira/chere dise/diyeche; এখন দেশে; ekhon deshe; এখন বাড়িতে; ekhon barite;
    এখন ভালো আছি/আছে;
    ekhon valo asi/achi/ase/ache; এখন সুস্থ; ekhon sustho; সমস্যা/ঝামেলা .. মিটে গেছে;
    somossa/jhamela .. mite gese; মীমাংসা হইছে
""")
LONG_AGO = patterns("""
    jail/prison/arrested/deported/caught/beaten/detained .. years ago;
    two/three/four/five/six/seven/eight/nine/ten/many/some/few years ago; long ago; years back;
    দুই/তিন/চার/পাঁচ/ছয়/সাত/আট/দশ/অনেক/কয়েক বছর আগে;
    dui/tin/char/pach/choy/sat/aat/dosh/onek/koyek bochor age
""")
WAS = patterns("""
    was; were; had; ছিল*; silo; chilo; silam; chilam; খাটছি; হইছিল*; hoisilo; hoyechilo; ভাঙছিল; ধরছিল;
    dhorsilo; beat
""")
# With one of these it is not over.
NOT_OVER = patterns("""
    baki; বাকি; khali; খালি; only; except; another; আবার নিছে/নিয়া/ধরছে/চায়/মারে/আটকা*;
    abar nise/nia/dhorse/chay/mare/atka*; not; never; didnt; wont; no news; no contact; since;
    na; না; নাই;
    nai; ni; নি; missing; নিখোঁজ; nikhoj
""")
# What is never over so soon.
WOUND = patterns("""
    rape*; raped; ধর্ষণ*; dhorshon*; নষ্ট; nosto; izzat; ইজ্জত; touched; sexual*; pregnant
""")
NONE = patterns("none; nobody; not one; never; without; if; jodi; যদি")
# What never happened; only its own words are calm.
DENIED = patterns("""
    nobody/noone/never beat*/hit/hits/hurt*/touch*/slap*/took/lock/locks/locked/abus*/harass*/forc*;
    nobody ever/has beat*/hit/hits/hurt*/touch*/took/taken/lock/locks/locked;
    nobody here beats/hits/hurts/touches;
    no one beat*/hit/hits/hurt*/touch*/took/lock/locks/locked;
    no one has/ever taken/beaten/hurt/touched/locked/beat*/took; no one here beats/hits/hurts/touches;
    nobody can force;
    not/hasnt/havent/wasnt/isnt/didnt/doesnt/dont beat/beaten/hit/hurt/taken;
    not/hasnt/havent/wasnt/isnt/didnt/doesnt/dont locked/forced/kidnapped/raped/abused;
    not been beaten/hit/hurt/taken/locked; nobody was/is beaten/kidnapped/hurt/forced;
    মারে না/নাই/নি; মারেও/মারে না; মারে ও না; mare o na; মারেনি; mare na/nai/ni; mareni; মারধর করে না/নাই;
    mardhor kore na/nai; গালি দেয় না; gali dey na; জোর করে/কইরা না/নাই; jor kore na/nai; হাত তোলে না/নাই;
    hat tole na/nai; কেউ .. আটকায়/মারে না/নাই/নি; কেউ নেয় নাই/নি; keu ney nai/ni;
    keu .. atkay/mare nai/na/ni; পাসপোর্ট নেয় নাই/না; passport ney nai/na; আটকায় নাই/না; atkay nai/na;
    জোর কইরা কেউ .. পারে/পারবে না; jor kore keu .. pare/parbe na; no salary/money/pay/passport problem;
    no problem with
""")
# All is well: no reason to frighten anybody, but what else is told still counts.
ALL_WELL = patterns("""
    boss/employer/madam/owner/kafeel/company is good/nice/kind/fair/honest;
    boss/madam/employer is very good/nice/kind; good boss; nice boss; strict but fair; new one is good;
    i am safe; am safe; we are safe; am fine; we are fine; am free; not in danger; no danger; safe and;
    pay on time; paid on time; pays on time; salary on time; মালিক/কফিল/ম্যাডাম/বস ভালো/ভালা;
    মালিক/কফিল/ম্যাডাম/বস খুব/অনেক ভালো/ভালা; malik/kofil/madam/boss valo/bhalo/vala;
    malik/kofil/madam/boss khub/onek valo/bhalo; amar husband .. valo; বিপদে নাই; bipode nai; সমস্যা নাই;
    somossa nai; shomossha nai; অসুবিধা নাই; osubidha nai; নিজের ইচ্ছায় আছি; nijer iccha te;
    পাসপোর্ট আমার কাছে/কাছেই আছে/কেউ; passport amar kache/kachei ase/ache/keu; আমার কাছেই দিছে;
    amar kachei dise; ঠিকমতো বেতন দেয়/পাই; thik moto beton dey/pai; beton thik moto dey/pai;
    বেতন ঠিকমতো দেয়/পাই; ঠিকমতো দেয়; thik moto dey; niyomito dey; নিয়মিত দেয়
""")
NOT_WELL = patterns("না; na; nai; নাই; not; never; dont; doesnt; no; ছিল; silo; chilo; was")
PASSPORT = patterns("passport*; pasport*; পাসপোর্ট*; পাসপোট*")
# Where a passport may well be for a while, or was lost.
OFFICE = patterns("""
    embassy*; এম্বাসি*; দূতাবাস*; dutabas*; passport office*; পাসপোর্ট অফিস*; visa centre; visa center;
    visa office; vfs; for visa; for the visa; ভিসার কাজে; visar kaje; visa stamp*; stamping; stamp;
    stamped; renew*; নবায়ন*;
    রিনিউ*; photocop*; for a copy; copy and; hotel desk; hotel reception; reception; customs; কাস্টমস*;
    immigration officer; visar jonno; visa r jonno; ভিসার জন্য; medical er jonno; মেডিকেলের জন্য;
    in the mail; courier*; pickpocket*; pocketmar*; পকেটমার*; thief; taxi*; ট্যাক্সি*; photocopy;
    attestation; manpower*; ম্যানপাওয়ার*; airline*; bank; haraisi; হারাইছি; হারায়া ফেলছি; haraya felsi;
    lost my/his/her passport; police verification; admit card; lost in
""")
# Who keeps it, or will not give it back.
KEEPING = patterns("""
    supervisor*; holds; boss/bosses; malik*; মালিক*; kofil*; কফিল*; kafeel*; kafil*; sponsor;
    employer*; madam*;
    ম্যাডাম*; arbab*; owner*; mudir*; company*; কোম্পানি*; না; na; নাই; nai; not; never; wont;
    refus*; dont;
    doesnt; month*; মাস*; mash*; mas; weeks; chay; চায়; demand*; dalal*; দালাল*; force*; threat*; fake;
    swap*; against; wants; want; riyal*; রিয়াল*; dirham*; dollar*; money; taka; টাকা; return it; ask;
    asked; asking; চাইলে; chaile; জিগাই*; jigai*; laugh*; now he; year*; bochor; বছর; বেচা; becha*; sold;
    তাড়া*; trapped; run; scam*; kere; কাইড়া; কেড়ে; জোর
""")
