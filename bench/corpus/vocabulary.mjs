// A compact parallel vocabulary (Spanish | English) and the inflection rules that unfold it
// to a few thousand word forms per language. Own lists; every person and place is invented.

// noun: spanish.gender=english   (irregular plurals after a slash)
const NOUNS = `
tierra.f=land derecho.m=right comunidad.f=community familia.f=family persona.f=person/people frontera.f=border gobierno.m=government país.m=country
año.m=year mujer.f=woman/women niña.f=girl niño.m=boy pueblo.m=village territorio.m=territory agua.f=water río.m=river vida.f=life/lives trabajo.m=job
justicia.f=justice verdad.f=truth memoria.f=memory violencia.f=violence desplazamiento.m=displacement asilo.m=asylum refugio.m=shelter migración.f=migration
deportación.f=deportation detención.f=detention desaparición.f=disappearance búsqueda.f=search organización.f=organisation defensor.m=defender defensora.f=advocate
abogada.f=lawyer abogado.m=attorney juez.m=judge tribunal.m=court audiencia.f=hearing caso.m=case ley.f=law política.f=policy proceso.m=process solicitud.f=application
visa.f=visa permiso.m=permit documento.m=document expediente.m=file prueba.f=evidence testimonio.m=testimony testigo.m=witness víctima.f=victim
empresa.f=company mina.f=mine minería.f=mining presa.f=dam bosque.m=forest montaña.f=mountain selva.f=jungle desierto.m=desert costa.f=coast isla.f=island
campo.m=field cosecha.f=harvest maíz.m=corn semilla.f=seed alimento.m=food hambre.f=hunger pobreza.f=poverty deuda.f=debt salario.m=wage sindicato.m=union
escuela.f=school maestra.f=teacher estudiante.m=student universidad.f=university lengua.f=language palabra.f=word voz.f=voice historia.f=story historia.f=history
libro.m=book radio.f=radio periódico.m=newspaper periodista.m=journalist noticia.f=report mensaje.m=message llamada.f=call carta.f=letter petición.f=petition
campaña.f=campaign protesta.f=protest marcha.f=march huelga.f=strike asamblea.f=assembly reunión.f=meeting acuerdo.m=agreement compromiso.m=commitment
apoyo.m=support ayuda.f=aid solidaridad.f=solidarity resistencia.f=resistance lucha.f=struggle defensa.f=defence protección.f=protection seguridad.f=security
riesgo.m=risk amenaza.f=threat ataque.m=attack asesinato.m=killing masacre.f=massacre guerra.f=war paz.f=peace conflicto.m=conflict ejército.m=army soldado.m=soldier
policía.f=police/police agente.m=agent guardia.m=guard patrulla.f=patrol muro.m=wall cerca.f=fence puente.m=bridge camino.m=road ruta.f=route tren.m=train autobús.m=bus/buses
caravana.f=caravan viaje.m=journey salida.f=departure llegada.f=arrival regreso.m=return destino.m=destination origen.m=origin hogar.m=home casa.f=house barrio.m=neighbourhood
ciudad.f=city estado.m=state región.f=region municipio.m=municipality nación.f=nation continente.m=continent mundo.m=world vecina.f=neighbour compañera.f=companion
amiga.f=friend madre.f=mother padre.m=father hija.f=daughter hijo.m=son hermana.f=sister hermano.m=brother abuela.f=grandmother abuelo.m=grandfather bebé.m=baby
joven.m=youth/young líder.m=leader autoridad.f=authority funcionario.m=official ministro.m=minister presidente.m=president senadora.f=senator congreso.m=congress
elección.f=election voto.m=vote ciudadano.m=citizen ciudadanía.f=citizenship nacionalidad.f=nationality identidad.f=identity cultura.f=culture tradición.f=tradition
música.f=music canción.f=song danza.f=dance arte.m=art pintura.f=painting fotografía.f=photograph película.f=film sueño.m=dream esperanza.f=hope miedo.m=fear
dolor.m=pain alegría.f=joy dignidad.f=dignity respeto.m=respect libertad.f=freedom igualdad.f=equality discriminación.f=discrimination racismo.m=racism odio.m=hatred
género.m=gender cuerpo.m=body salud.f=health hospital.m=hospital médica.f=doctor enfermedad.f=illness vacuna.f=vaccine medicina.f=medicine muerte.f=death
fosa.f=grave resto.m=remain cementerio.m=cemetery laboratorio.m=laboratory análisis.m=analysis/analyses muestra.f=sample registro.m=record base.f=base dato.m=figure
cifra.f=number lista.f=list mapa.m=map frontera.f=boundary línea.f=line plan.m=plan proyecto.m=project programa.m=programme presupuesto.m=budget fondo.m=fund
banco.m=bank inversión.f=investment mercado.m=market comercio.m=trade tratado.m=treaty convenio.m=convention norma.f=rule reforma.f=reform sentencia.f=ruling
demanda.f=lawsuit denuncia.f=complaint recurso.m=appeal fianza.f=bond cárcel.f=prison celda.f=cell centro.m=centre oficina.f=office puerta.f=door ventana.f=window
silencio.m=silence pregunta.f=question respuesta.f=answer problema.m=problem solución.f=solution causa.f=cause consecuencia.f=consequence cambio.m=change crisis.f=crisis/crises
clima.m=climate sequía.f=drought inundación.f=flood tormenta.f=storm huracán.m=hurricane incendio.m=fire terremoto.m=earthquake emergencia.f=emergency
impacto.m=impact daño.m=harm contaminación.f=pollution petróleo.m=oil oro.m=gold carbón.m=coal energía.f=energy electricidad.f=electricity represa.f=reservoir
animal.m=animal pájaro.m=bird árbol.m=tree piedra.f=stone cielo.m=sky sol.m=sun luna.f=moon noche.f=night día.m=day semana.f=week mes.m=month mañana.f=morning tarde.f=afternoon
momento.m=moment tiempo.m=time lugar.m=place parte.f=part manera.f=way ejemplo.m=example grupo.m=group red.f=network colectivo.m=collective movimiento.m=movement
coalición.f=coalition alianza.f=alliance iglesia.f=church fe.f=faith consejo.m=council comisión.f=commission informe.m=study investigación.f=investigation
investigadora.f=researcher intérprete.m=interpreter traductora.f=translator interpretación.f=interpretation traducción.f=translation seminario.m=webinar invitada.f=guest
panelista.m=panelist moderadora.f=moderator público.m=audience pantalla.f=screen micrófono.m=microphone grabación.f=recording archivo.m=archive enlace.m=link
tela.f=cloth bordado.m=embroidery pañuelo.m=scarf/scarves zapato.m=shoe mochila.f=backpack teléfono.m=phone fotógrafa.f=photographer cámara.f=camera
huella.f=footprint vergüenza.f=shame señal.f=sign señora.f=lady otoño.m=autumn primavera.f=spring invierno.m=winter verano.m=summer cabaña.f=cabin caña.f=cane leña.f=firewood
cumpleaños.m=birthday pequeñez.f=smallness extraño.m=stranger rebaño.m=flock baño.m=bathroom puño.m=fist enseñanza.f=teaching tamaño.m=size español.m=spaniard antigüedad.f=antiquity
exilio.m=exile destierro.m=banishment despojo.m=dispossession desalojo.m=eviction parcela.f=plot ejido.m=commons/commons campesina.f=farmer campesino.m=peasant
jornalero.m=labourer pescador.m=fisher/fishers tejedora.f=weaver partera.f=midwife/midwives curandera.f=healer anciana.f=elder huérfano.m=orphan viuda.f=widow
sobreviviente.m=survivor activista.m=activist voluntaria.f=volunteer donante.m=donor portavoz.m=spokesperson/spokespeople observador.m=observer relatora.f=rapporteur
embajada.f=embassy consulado.m=consulate aduana.f=customs/customs aeropuerto.m=airport puerto.m=port barco.m=boat avión.m=plane camión.m=truck bicicleta.f=bicycle
`;
// verb: infinitive(regular)=english  (english past after a slash when irregular or doubled)
const VERBS = `
defender=defend proteger=protect cruzar=cross llegar=arrive trabajar=work luchar=fight/fought hablar=speak/spoke escuchar=listen vivir=live necesitar=need ayudar=help
buscar=seek/sought esperar=wait exigir=demand denunciar=denounce documentar=document deportar=deport desaparecer=disappear detener=detain migrar=migrate desplazar=displace
separar=separate liberar=release acompañar=accompany apoyar=support organizar=organise participar=participate llamar=call preguntar=ask responder=answer
contestar=reply explicar=explain mostrar=show/showed presentar=present publicar=publish grabar=record traducir=translate interpretar=interpret leer=read/read escribir=write/wrote
firmar=sign enviar=send/sent recibir=receive aceptar=accept rechazar=reject negar=deny aprobar=approve votar=vote cambiar=change mejorar=improve empeorar=worsen
aumentar=increase bajar=drop/dropped crecer=grow/grew construir=build/built destruir=destroy quemar=burn inundar=flood contaminar=pollute sembrar=sow/sowed cosechar=harvest
vender=sell/sold comprar=buy/bought pagar=pay/paid cobrar=charge robar=steal/stole invadir=invade ocupar=occupy recuperar=recover devolver=restore entregar=deliver
matar=kill amenazar=threaten atacar=attack perseguir=pursue vigilar=monitor investigar=investigate juzgar=judge condenar=condemn castigar=punish perdonar=forgive/forgave
recordar=remember olvidar=forget/forgot contar=tell/told cantar=sing/sang bailar=dance pintar=paint tejer=weave/wove cocinar=cook comer=eat/ate beber=drink/drank
dormir=sleep/slept soñar=dream caminar=walk correr=run/ran viajar=travel/travelled regresar=return salir=leave/left entrar=enter abrir=open cerrar=close quedar=stay
ganar=win/won perder=lose/lost encontrar=find/found descubrir=discover revelar=reveal ocultar=hide/hid mentir=lie/lied creer=believe pensar=think/thought
enseñar=teach/taught aprender=learn estudiar=study crear=create producir=produce usar=use compartir=share unir=unite dividir=divide reunir=gather
celebrar=celebrate visitar=visit conocer=know/knew visibilizar=highlight reconocer=recognise respetar=respect violar=violate cumplir=fulfil/fulfilled prometer=promise
garantizar=guarantee permitir=allow prohibir=ban/banned impedir=prevent bloquear=block expulsar=expel/expelled acoger=host refugiar=shelter nacer=emerge
morir=die/died sufrir=suffer sanar=heal curar=cure cuidar=care resistir=resist insistir=insist persistir=persist avanzar=advance retroceder=retreat marchar=march
protestar=protest negociar=negotiate acordar=agree discutir=discuss debatir=debate analizar=analyse comparar=compare medir=measure calcular=calculate
financiar=fund invertir=invest extraer=extract explotar=exploit reparar=repair limpiar=clean sustituir=replace conservar=preserve archivar=archive difundir=spread/spread
nombrar=name señalar=point registrar=register solicitar=request tramitar=process apelar=appeal declarar=declare testificar=testify jurar=swear/swore
`;
const ADJS = `
humano=human indígena=indigenous migrante=migrant nuevo=new grande=large pequeño=small joven=young viejo=old público=public privado=private internacional=international
nacional=national local=local regional=regional federal=federal social=social político=political económico=economic ambiental=environmental cultural=cultural
histórico=historic legal=legal ilegal=unlawful justo=fair injusto=unfair libre=free seguro=safe peligroso=dangerous fuerte=strong débil=weak pobre=poor rico=rich
importante=important necesario=necessary urgente=urgent difícil=difficult fácil=easy posible=possible imposible=impossible real=real falso=false cierto=certain
largo=long corto=short alto=high bajo=low lejano=distant cercano=nearby rural=rural urbano=urban colonial=colonial militar=military civil=civil sagrado=sacred
común=common colectivo=collective comunitario=communal familiar=familial propio=own ajeno=foreign único=unique doble=double mismo=same diferente=different
varios=several último=last primero=first segundo=second tercero=third siguiente=next anterior=previous actual=current antiguo=ancient reciente=recent futuro=future
enorme=huge grave=serious profundo=deep claro=clear oscuro=dark abierto=open cerrado=closed roto=broken vacío=empty lleno=full vivo=alive muerto=dead
bilingüe=bilingual lingüístico=linguistic español=spanish mexicano=mexican centroamericano=central-american caribeño=caribbean extranjero=overseas
digno=dignified triste=sad feliz=happy valiente=brave cansado=tired enfermo=sick sano=healthy hermoso=beautiful terrible=terrible constante=constant
masivo=massive forzado=forced arbitrario=arbitrary sistemático=systematic estructural=structural racial=racial feminista=feminist campesino=peasant obrero=working
jurídico=juridical judicial=judicial administrativo=administrative penal=criminal humanitario=humanitarian temporal=temporary permanente=permanent
`;
// fixed collocations: spanish | gender+number | english
export const COLLOCATIONS = `
los derechos humanos|human rights
la defensa de la tierra|land defence
las solicitantes de asilo|asylum seekers
las personas migrantes|migrant people
los pueblos originarios|first peoples
el debido proceso|due process
la sociedad civil|civil society
las madres buscadoras|searching mothers
la justicia climática|climate justice
el derecho internacional|international law
la patrulla fronteriza|the border patrol
el cambio climático|climate change
las defensoras de la tierra|land defenders
la consulta previa|prior consultation
la separación de familias|family separation
los niños no acompañados|unaccompanied children
la memoria histórica|historical memory
el agua limpia|clean water
la libertad condicional|parole
el estado de derecho|the rule of law
`
  .trim()
  .split('\n')
  .map((l) => l.split('|'));
export const CONNECT = `
y|and
pero|but
entonces|so
bueno|well
además|also
porque|because
es decir|that is
por eso|that is why
sin embargo|however
como decía|as I was saying
por ejemplo|for example
en realidad|in fact
mientras tanto|meanwhile
la verdad es que|the truth is that
sabemos que|we know that
creo que|I think that
decimos que|we say that
nos dijeron que|they told us that
quiero decir que|I want to say that
lo que pasa es que|what happens is that
hay que recordar que|we have to remember that
ya no|no longer
muchas gracias|thank you very much
eh|um
`
  .trim()
  .split('\n')
  .map((l) => l.split('|'));
export const TIMES = `
hoy|today
ayer|yesterday
mañana|tomorrow
ahora|now
antes|before
después|afterwards
siempre|always
nunca|never
todavía|still
cada día|every day
cada año|every year
hace tres años|three years ago
hace diez años|ten years ago
desde el año pasado|since last year
durante la noche|during the night
en aquel tiempo|at that time
en los últimos meses|in recent months
aquí|here
allá|over there
también|too
juntas|together
en las montañas|in the mountains
al otro lado|on the other side
`
  .trim()
  .split('\n')
  .map((l) => l.split('|'));
// prepositions that join two noun phrases
export const PREPS = [
  ['de', 'of'],
  ['de', 'of'],
  ['de', 'of'],
  ['en', 'in'],
  ['en', 'in'],
  ['con', 'with'],
  ['para', 'for'],
  ['por', 'by'],
  ['sin', 'without'],
  ['contra', 'against'],
  ['sobre', 'about'],
  ['entre', 'among'],
  ['hacia', 'towards'],
  ['desde', 'from']
];
// determiners: es m.s f.s m.p f.p | en s p
export const DETS = [
  ['el', 'la', 'los', 'las', 'the', 'the'],
  ['el', 'la', 'los', 'las', 'the', 'the'],
  ['el', 'la', 'los', 'las', 'the', 'the'],
  ['un', 'una', 'unos', 'unas', 'a', 'some'],
  ['este', 'esta', 'estos', 'estas', 'this', 'these'],
  ['ese', 'esa', 'esos', 'esas', 'that', 'those'],
  ['nuestro', 'nuestra', 'nuestros', 'nuestras', 'our', 'our'],
  ['su', 'su', 'sus', 'sus', 'their', 'their'],
  ['mucho', 'mucha', 'muchos', 'muchas', 'much', 'many'],
  ['todo el', 'toda la', 'todos los', 'todas las', 'all the', 'all the'],
  ['otro', 'otra', 'otros', 'otras', 'another', 'other'],
  ['algún', 'alguna', 'algunos', 'algunas', 'some', 'some']
];
export const FIRST =
  'Ixchel Amaru Yaretzi Nayeli Itzel Tonalli Citlali Xóchitl Marisol Anselmo Eusebio Rosalba Ofelia Catalina Hortensia Evaristo Fidencio Graciela Iñaki Begoña Casimiro Delfina Eulalia Fermín Gaspar Heriberto Imelda Jacinta Leocadia Macario Norberto Odilia Porfiria Remedios Saturnino Tiburcio Ubaldo Valeria Wenceslao Zenaida Abigail Beatrix Cedric Dorothea Edwina Fletcher Gwendolyn Harriet Imogen Jasper Keziah Lowell Marguerite Nathaniel Ottilie Prudence Rosamund Silas Thaddeus Winifred'.split(
    ' '
  );
export const LAST =
  'Barragán Cuautle Dzul Ecatl Huitrón Ibargüen Jacinto Xicara Lluvias Muñiz Nahuat Ocampeño Peñaloza Quispe Roblero Tzul Uribelarrea Velasquillo Yupanqui Zacateco Ashdown Bramwell Carrowby Dunmore Eastlake Fairholme Greyling Holloway Inchbald Jarrow Kestrel Lindqvist Merrowe Northam Oakhanger Pellworth Quillfeather Rookwood Stanhurst Thornbury Underhay Wexcombe'.split(
    ' '
  );

const strip = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' };
export function pluralEs(w) {
  if (/[áéíóú][ns]$/.test(w)) return w.slice(0, -2) + strip[w.at(-2)] + w.at(-1) + 'es';
  if (/s$/.test(w)) return w;
  if (/z$/.test(w)) return w.slice(0, -1) + 'ces';
  if (/[aeiouáéó]$/.test(w)) return w + 's';
  if (w === 'joven') return 'jóvenes';
  if (w === 'origen') return 'orígenes';
  return w + 'es';
}
export function pluralEn(w) {
  if (/(s|x|ch|sh|z)$/.test(w)) return w + 'es';
  if (/[^aeiou]y$/.test(w)) return w.slice(0, -1) + 'ies';
  return w + 's';
}
function verbEs(inf) {
  const stem = inf.slice(0, -2),
    end = inf.slice(-2),
    a = end === 'ar';
  const q = a ? stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/z$/, 'c') : stem;
  const pres3 = stem + (a ? 'a' : 'e'),
    pres3p = stem + (a ? 'an' : 'en'),
    pres1p = stem + (a ? 'amos' : end === 'er' ? 'emos' : 'imos');
  return {
    inf,
    pres: [pres3, pres3p, pres1p],
    past: [stem + (a ? 'ó' : 'ió'), stem + (a ? 'aron' : 'ieron'), stem + (a ? 'amos' : 'imos')],
    imp: [stem + (a ? 'aba' : 'ía'), stem + (a ? 'aban' : 'ían'), stem + (a ? 'ábamos' : 'íamos')],
    fut: [inf + 'á', inf + 'án', inf + 'emos'],
    ger: stem + (a ? 'ando' : 'iendo'),
    part: stem + (a ? 'ad' : 'id'),
    subj: q + (a ? 'e' : 'a')
  };
}
function verbEn(base, past) {
  const s = pluralEn(base);
  const dbl = past && past.endsWith('ed') && past.length === base.length + 3;
  const reg = /e$/.test(base) ? base + 'd' : /[^aeiou]y$/.test(base) ? base.slice(0, -1) + 'ied' : base + 'ed';
  const ing =
    base === 'lie'
      ? 'lying'
      : base === 'die'
        ? 'dying'
        : dbl || base === 'run' || base === 'win' || base === 'forget'
          ? base + base.at(-1) + 'ing'
          : /[^e]e$/.test(base)
            ? base.slice(0, -1) + 'ing'
            : base + 'ing';
  return { base, s, past: past ?? reg, ing };
}
function adjEs(w) {
  if (/o$/.test(w)) return [w, w.slice(0, -1) + 'a', w + 's', w.slice(0, -1) + 'as'];
  if (w === 'español') return ['español', 'española', 'españoles', 'españolas'];
  const p = w === 'joven' ? 'jóvenes' : pluralEs(w);
  return [w, w, p, p];
}
const rows = (s) =>
  s
    .trim()
    .split(/\s+/)
    .map((x) => x.split('='));
export const nouns = rows(NOUNS).map(([l, r]) => {
  const [es, g] = l.split('.'),
    [en, pl] = r.split('/');
  return { f: g === 'f' ? 1 : 0, es: [es, pluralEs(es)], en: [en, pl ?? pluralEn(en)] };
});
export const verbs = rows(VERBS).map(([l, r]) => {
  const [en, past] = r.split('/');
  return { es: verbEs(l), en: verbEn(en, past) };
});
export const adjs = rows(ADJS).map(([l, r]) => ({ es: adjEs(l), en: r }));
