"""How people in Bangladesh type the words of this field in Latin letters, the likeliest spelling first."""

from __future__ import annotations

from bot.language.wordlists import entries

_LINES = """
আমি ami; আমার amar amr; আমাকে amake amk; আমারে amare; আমরা amra; আমাদের amader amdr;
আপনি apni; আপনার apnar apnr; আপনারা apnara; তুমি tumi; তোমার tomar tmr; তারা tara;
তাদের tader; ওরা ora; ওদের oder; সে se she; তিনি tini; কেউ keu kew; কি ki; কী ki; কে ke;
কেন keno kno; কত koto kto; কতো koto kto; কোথায় kothay kothai kotay; কোন kon; কোনো kono;
কখন kokhon kokon; কবে kobe; কার kar; কাকে kake; কেমন kemon kmn; কেমনে kemne kmne;
কিভাবে kivabe kibhabe kivave; কীভাবে kivabe kibhabe kivave; কাছে kache kase kace;
জন্য jonno jonne jnno; থেকে theke teke thke; সাথে sathe sate; সঙ্গে songe; নিয়ে niye nie;
দিয়ে diye die; করে kore kre; করি kori; করব korbo krbo; করবো korbo krbo; করতে korte krte;
করা kora; করছে korche korse korce; করেছে koreche korse korece; করলে korle; হয় hoy hoi;
হবে hobe hbe; হয়েছে hoyeche hoise hoyese; হলে hole; আছে ache ase ace; আছি achi asi aci;
নাই nai; নেই nei nai; না na; যাব jabo zabo; যাবো jabo zabo; যেতে jete zete;
যাইতে jaite zaite; যামু jamu zamu; যাওয়া jawa jaoa zawa; যাওয়ার jawar jaoar zawar;
যায় jay jai; যদি jodi jdi zodi; যে je ze; এটা eta ata; এইটা eita aita; এই ei ai;
একটা ekta akta; একজন ekjon akjon; এখন ekhon akhon ekon; এখানে ekhane akhane; এক ek ak;
দুই dui; তিন tin; চার char; পাঁচ pach panch; ছয় choy soy; সাত sat; আট at; নয় noy; দশ dosh dos;
চাই chai cai; চায় chay cay chai; চাইছে chaiche chaise; চেয়েছে cheyeche chaise; লাগে lage;
লাগবে lagbe; দেয় dey dei; দেয়নি deyni; দিচ্ছে dicche dicce disse; দিতে dite; দিব dibo;
দেব debo dibo; দিয়েছি diyechi disi diyesi; নিয়েছে niyeche nise niyese;
রেখেছে rekheche rakhse rekhese; নিবে nibe; টাকা taka tk; টাকার takar; লাখ lakh lak lac;
লক্ষ lokkho lakh; হাজার hajar hazar; কোটি koti; ভাই vai bhai; ভাইয়া vaiya bhaiya; আপু apu;
বোন bon; বিদেশ bidesh bides; বিদেশে bideshe bidese; দেশ desh des; দেশে deshe dese;
কাজ kaj kaz; কাজের kajer kazer; চাকরি chakri cakri; মালিক malik; দালাল dalal;
দালালের dalaler; পাসপোর্ট passport pasport paspot; ভিসা visa bisa; ভিসার visar;
এজেন্সি agency ejensi; এজেন্ট agent ejent; কোম্পানি company kompani; চুক্তি chukti cukti;
পাচার pachar pacar; মানব manob; মানুষ manush manus; খরচ khoroch khorch; বেতন beton;
সাহায্য sahajjo shahajjo sahajo; বাড়ি bari; পুলিশ police pulish; নম্বর number nombor;
নাম্বার number nambar; অফিস office ofis; মেডিকেল medical medikel; ট্রেনিং training trening;
লাইসেন্স license laisens; টিকিট ticket tiket; ফোন phone fon; কোম্পানির companyr kompanir;
এয়ারপোর্ট airport; সৌদি saudi soudi; আরব arab arob; মালয়েশিয়া malaysia maloyeshia;
দুবাই dubai; কাতার qatar katar; ওমান oman; কুয়েত kuwait kuyet kuet; লিবিয়া libya libia;
ইতালি italy itali; সিঙ্গাপুর singapore singapur; জর্ডান jordan; লেবানন lebanon lebanan;
ইউরোপ europe europ; ভারত bharat india; বাংলাদেশ bangladesh; সরকারি sorkari; সরকার sorkar;
ভালো valo bhalo; ভাল valo bhalo; খারাপ kharap; সব sob shob; অনেক onek; বেশি beshi besi;
কম kom; আর ar; আরো aro; এবং ebong; কিন্তু kintu; বা ba; মতো moto; পর por; ঘরে ghore gore;
মেয়ে meye meya; ছেলে chele cele; বউ bou; স্বামী shami sami; টাকাটা takata; ঠিক thik tik;
সত্যি sotti; জানি jani; জানতে jante; বলে bole; বলেন bolen; পারি pari; পারব parbo;
প্রতারণা protarona; কার্ড card kard; স্মার্ট smart; ক্যাম্প camp; জেল jail jel; ব্যাংক bank;
লোন loan lon; দূতাবাস dutabas; এম্বাসি embassy embasi; হেল্প help; প্লিজ plz please;
ইমিগ্রেশন immigration; কন্ট্রাক্ট contract kontrakt; হোটেল hotel; গ্রেফতার greftar;
আকামা akama iqama; কফিল kofil kafil; মুক্তিপণ muktipon; জিম্মি jimmi; আটকে atke; আটকা atka;
রাখছে rakhse rakhce; গেছে gese geche gece; দিছে dise diche; নিছে nise niche; মারে mare;
মারছে marse marche; ধরছে dhorse dhorche; বলছে bolse bolche; কইছে koise; আসছে asche asse;
দিচ্ছি dicchi; যাচ্ছি jacchi jassi; পাচ্ছি pacchi passi; বাঁচান bachan; দয়া doya;
মেডিকেলের medicaler; বিমান biman; রেমিট্যান্স remittance; গার্মেন্টস garments; ড্রাইভার driver;
ইউরোপে europe
"""

TYPED = {word: spellings for word, *spellings in entries(_LINES)}
