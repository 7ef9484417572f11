//! English.

use super::LanguageWords;

pub(super) static WORDS: LanguageWords = LanguageWords {
    we: "we us our ours ourselves we're we've we'll we'd let's",
    i: "i me my mine myself i'm i've i'll i'd",
    you: "you your yours yourself yourselves you're you've you'll you'd y'all",
    familiar_address: "",
    formal_address: "",
    contractions: "i'm you're we're they're i've you've we've they've i'll you'll we'll they'll he'll she'll it'll that'll \
        i'd you'd we'd they'd he'd she'd it'd it's that's what's there's here's who's he's she's how's where's when's why's \
        isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't haven't hasn't hadn't \
        mustn't needn't ain't let's everything's nobody's everyone's",
    contractible: "i am,you are,we are,they are,i have,you have,we have,they have,i will,you will,we will,they will,he will,\
        she will,it will,that will,i would,you would,we would,they would,he would,she would,it is,that is,what is,there is,\
        here is,who is,he is,she is,how is,where is,is not,are not,was not,were not,do not,does not,did not,cannot,can not,\
        could not,will not,would not,should not,have not,has not,had not,must not",
    informal: "yeah yep nope hey hi wow omg lol btw gonna wanna gotta kinda sorta guys folks stuff awesome cool super cute \
        crazy yay oops ok okay tbh imo fyi pls plz thx ur u ya lots kids mom dad y'all whoa ugh meh fave totally literally \
        pretty grab check bit cuz til",
    formal: "therefore however furthermore moreover thus hence consequently nevertheless nonetheless accordingly whereas \
        regarding pursuant shall herein thereof notwithstanding additionally subsequently respectively prior commence \
        utilize facilitate pleased cordially sincerely kindly upon",
    imperatives: "add apply ask avoid be become begin book bring build buy call celebrate change check choose click close \
        come compare consider contribute create discover do donate don't download drop dive enjoy enter explore fill find \
        follow forget get give go grab hear help imagine install join keep learn leave let let's like listen look make meet \
        migrate mind move never note open order pick picture plan play pledge please pre-order protect prove put read \
        register remember reply report run save say see send set share shop show sign spread start stay stop submit \
        subscribe support swap switch tag take talk tell test thank think treat try tune turn update upgrade use visit vote \
        wait wake walk want watch wear win wish work write",
    numbers: "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand \
        million billion",
    function: "a an the this that these those i you he she it we they me him her us them my your his its our their who whom \
        whose which what when where why how is are was were be been being am do does did have has had will would can could \
        shall should may might must not no and or but nor so yet if then else because as of at by for with about against \
        between into through during before after above below to from up down in out on off over under again further once \
        here there all any both each few more most other some such only own same than too very just also even still now \
        today tomorrow yesterday tonight it's that's there's here's what's i'm you're we're they're i've we've don't can't \
        new every while since until like well via per",
    abbreviations: "e.g i.e etc vs mr mrs ms dr prof st jr sr no vol fig approx inc ltd co dept est jan feb mar apr jun jul \
        aug sep sept oct nov dec a.m p.m u.s u.k",
};
