//! German. Formal "Sie" is told from "sie" (she, they) by its capital inside a sentence.

use super::LanguageWords;

pub(super) static WORDS: LanguageWords = LanguageWords {
    we: "wir uns unser unsere unserem unseren unserer unseres",
    i: "ich mich mir mein meine meinem meinen meiner meines",
    you: "",
    familiar_address: "du dich dir dein deine deinem deinen deiner deines ihr euch euer eure eurem euren eurer eures",
    formal_address: "sie ihnen ihre ihrem ihren ihrer ihres",
    contractions: "geht's gibt's ist's hat's ich's du's wir's wie's wenn's war's macht's tut's wird's kann's läuft's stimmt's \
        hab ne 'ne nem 'nem nen 'nen ner 'ner n 'n rein raus rauf runter drauf drin dran rum",
    contractible: "geht es,gibt es,ist es,hat es,wie es,wenn es,war es,macht es,tut es,wird es,kann es,läuft es,ich habe,\
        herein,heraus,herauf,herunter,darauf,darin,daran,herum",
    informal: "hey hi hallo moin servus na ok okay super mega krass cool geil toll echt halt mal eben ja tja ach oh wow lol \
        klar lecker quatsch leute jungs mädels tschüss ciao bisschen gucken guck kriegen kriegt kram voll total irgendwie \
        naja nö jep yeah juhu yay",
    formal: "jedoch hingegen dennoch demnach folglich somit hiermit diesbezüglich bezüglich hinsichtlich gemäß zudem ferner \
        weiterhin sowie mittels anlässlich seitens derzeit lediglich gegebenenfalls erfolgt erfolgen verfügen freundlichen \
        geehrte geehrter herzlich gestatten ersuchen entsprechend",
    imperatives: "abonniere abonniert abonnieren achte achtet bestell bestelle bestellt bestellen bewirb bewerbt bleib bleibt \
        bring bringt denk denkt entdecke entdeckt entdecken erfahre erfahrt erfahren erzähl erzählt folge folgt folgen frag \
        fragt genieß genieße genießt genießen geh geht gib gebt guck guckt halt haltet hilf helft hol holt hör hört installiere \
        installiert kauf kaufe kauft kaufen klick klicke klickt klicken komm kommt kommen lade ladet laden lass lasst \
        lassen lerne lernt lernen lies lest lesen mach macht machen melde meldet melden merk merke merkt nimm nehmt nehmen \
        nutze nutzt nutzen öffne öffnet probier probiere probiert probieren pack prüfe prüft prüfen registriere registriert \
        sag sagt schau schaut schauen schick schickt schicke schreib schreibt schreiben sei seid sichere sichert sichern sieh \
        seht sehen spar spare spart sparen speicher speichert spende spendet spenden spiel spielt starte startet starten \
        stell stellt stellen stimm stimmt such sucht teil teile teilt teilen teste testet testen triff trefft trag tragt vergiss \
        vergesst vergessen vergleiche vergleicht versuch versucht wähle wählt wählen warte wartet wechsle wechselt werde \
        werdet wirf werft zeig zeigt zeigen",
    numbers: "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend \
        million millionen milliarde milliarden",
    function: "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes ich \
        du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein dein sein unser euer ihre wer was wann wo warum \
        wieso weshalb wie welche welcher welches ist sind war waren sein bin bist seid wird werden wurde wurden hat haben hatte \
        hatten habe kann können könnte soll sollen sollte muss müssen darf dürfen will wollen mag nicht kein keine keinen und \
        oder aber denn doch sondern weil dass ob wenn als da damit um zu von vom bei beim mit nach seit aus auf an am in im ins \
        für gegen ohne durch über unter vor hinter neben zwischen bis zum zur hier dort heute morgen gestern jetzt nun schon \
        noch nur auch sehr mehr viel viele alle alles einige man so dann immer nie neu neue neuen neuer neues jede jeder jedes",
    abbreviations: "z b d h u a o ä usw bzw ca dr prof hr fr nr st str vgl evtl ggf inkl exkl zzgl mio mrd tel abs art bspw \
        sog max min jan feb mär apr jun jul aug sep sept okt nov dez",
};
