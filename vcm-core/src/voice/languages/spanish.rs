//! Spanish. Verbs carry the person, so the commonest first-person forms are listed beside the pronouns.

use super::LanguageWords;

pub(super) static WORDS: LanguageWords = LanguageWords {
    we: "nosotros nosotras nos nuestro nuestra nuestros nuestras somos estamos hemos tenemos queremos podemos vamos hacemos \
        creemos sabemos lanzamos presentamos trabajamos seguimos invitamos abrimos llegamos",
    i: "yo me mi mí mis mío mía míos mías conmigo soy estoy tengo quiero puedo creo sé hago",
    you: "",
    familiar_address: "tú te ti tu tus tuyo tuya tuyos tuyas contigo vos vosotros vosotras os vuestro vuestra vuestros \
        vuestras eres estás tienes quieres puedes sabes necesitas haces vas",
    formal_address: "usted ustedes",
    contractions: "pa'",
    contractible: "",
    informal: "hola hey oye ey vale guay chulo chula mola molan genial súper super buenísimo buenísima jaja jajaja jeje chicos \
        chicas gente amigos peque finde porfa ojo uf uy wow ay ok okay cole bici tele chévere padre bacano copado che tío tía",
    formal: "asimismo obstante consiguiente mediante conforme respecto dicho dicha \
        mencionado mencionada estimado estimada estimados cordialmente atentamente efectuar realizar proceder dispone disponer \
        solicitar adjunto comunicamos procede rogamos complace",
    imperatives: "abre ahorra anota apoya aprende apunta apúntate ayuda baja busca cambia celebra comenta comparte compara \
        compra comprueba conoce consigue cuenta cuéntanos dale deja déjanos descarga descubre di dinos disfruta elige empieza \
        encuentra entra envía escribe escucha evita explora gana guarda haz imagina inscríbete instala juega lee lleva \
        llévate llama manda mira mide olvida participa pide piensa prepara prueba pregunta pulsa quédate recuerda regala \
        regístrate reserva responde revisa sal sigue síguenos suma súmate suscríbete toma trae únete usa ven visita vota \
        abra ahorre aprenda apoye busque compare comparta compre conozca consiga descargue descubra disfrute elija encuentre \
        entre escriba escuche explore haga imagine inscríbase lea mire participe pida piense pruebe pregunte recuerde \
        regístrese reserve siga suscríbase tome únase use venga visite vote compartan descubran vengan visiten participen \
        compartid descubrid venid",
    numbers: "uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien mil millón \
        millones",
    function: "el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella yo tú él ella ello nosotros \
        vosotros ellos ellas usted ustedes me te se nos os lo le les mi tu su mis tus sus nuestro nuestra quién quien qué que \
        cuándo cuando dónde donde por por qué cómo como cuál cual cuánto es son era eran fue fueron ser soy está están estaba \
        ha han había he hay haber tiene tienen puede pueden debe va van no ni y e o u pero sino aunque porque si pues ya de del \
        al a en con sin para por sobre entre hasta desde hacia según durante ante bajo tras aquí allí hoy mañana ayer ahora \
        más menos muy mucho muchos mucha muchas todo todos toda todas algo nada cada otro otra otros otras también tampoco \
        sólo solo así aún todavía siempre nunca nuevo nueva nuevos nuevas",
    abbreviations: "sr sra srta dr dra d dña ud uds p ej pág núm tel av etc vol ee uu ene feb mar abr jun jul ago sept oct \
        nov dic",
};
