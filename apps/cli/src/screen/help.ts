import type { Words } from '../command.ts';

export const screenHelp: Words = {
  en: `Files are CSV (comma, semicolon or tab), UTF-8, one row a profile or person, one line a row. A marker has two columns of
the same name, or with 1 and 2 behind it (TH01 1, TH01 2). An allele is a repeat number (9.3); ? or an empty second cell: not known.
  remains   sample, sex, markers. Sex also from AMEL.
  missing   family, person, father, mother, sex, missing, markers. Rows of a family stand together; "missing" says yes for
            who is sought; father and mother name persons of the family. Who has alleles is a reference.
Every pair with a likelihood ratio of at least the threshold is written, strongest first: remains, family, missing,
log10_lr, markers (typed on both sides), alike (missing persons of the family whom these remains fit equally well).

  --missing FILE       also --families FILE
  --direct             profiles with each other: parts of one person, staff, relatives' samples mixed up
  --against FILE       with --direct: profiles to compare with (staff); absent: each pair of --remains once
  --threshold LR       1000; also --min-lr
  --frequencies F      id of a shipped table (nist1036-2017-cauc), a JSON file of that form, or a CSV, one column a marker
  --outside-allele P   adds alleles that the table lacks, with this frequency; absent: they are refused with their row
  --min-frequency P    raises rarer alleles to this frequency; alleles that the table lacks get it too
  --rescale            divides frequencies by their sum, whatever it is; absent: a sum further from 1 than 0.01 is refused
  --mutation M         stepwise (rates by marker and sex of the parent) or none
  --theta T            subpopulation correction, 0; slower, several times for most families
  --sex-error E        share of sexes recorded wrongly, 0.01; sex is weighed, it excludes nobody
  --male-share S       share of men among the remains, 0.5
  --typing-error E     with --direct: share of markers typed wrongly, 0.001
  --single-allele W    a single allele is one-known (default) or homozygote
  --exclusions FILE    signed exclusions: remains, family, person, signed_by, signed_at; these pairs are counted, not written
  --out FILE           result file; without it the lines go to standard output
  --format F           csv or jsonl; --json writes JSON lines and a last line with the summary
  --workers N          threads; the result is the same for any number
  --resume             goes on where a cancelled run with the same files and settings ended (FILE.part)
  --anew               begins again although an unfinished run is there`,
  uk: `Файли у форматі CSV (кома, крапка з комою або табуляція), UTF-8, один рядок на профіль або особу. Маркер має два стовпці з
однією назвою або з 1 і 2 після неї (TH01 1, TH01 2). Алель є числом повторів (9.3); ? або порожня друга клітинка: невідомо.
  remains   sample, sex, маркери. Стать також з AMEL.
  missing   family, person, father, mother, sex, missing, маркери. Рядки родини стоять разом; "missing" має значення yes у тих,
            кого шукають; father і mother називають осіб родини. Хто має алелі, той є референтом.
Записується кожна пара з відношенням правдоподібності не нижче порога, найсильніші першими: remains, family, missing,
log10_lr, markers (типовані з обох боків), alike (зниклі тієї самої родини, яким ці останки відповідають так само).

  --missing ФАЙЛ       також --families ФАЙЛ
  --direct             профілі між собою: частини однієї особи, персонал, переплутані зразки родичів
  --against ФАЙЛ       з --direct: з якими профілями порівнювати (персонал); без нього кожна пара з --remains один раз
  --threshold LR       1000; також --min-lr
  --frequencies F      позначка вбудованої таблиці (nist1036-2017-cauc), файл JSON такої форми або CSV, стовпець на маркер
  --outside-allele P   додає алелі, яких немає в таблиці, з цією частотою; без цього про них повідомляється з номером рядка
  --min-frequency P    піднімає рідкісніші алелі до цієї частоти; алелі, яких немає в таблиці, теж її отримують
  --rescale            ділить частоти на їх суму, якою б вона не була; без цього сума, далі від 1 ніж 0.01, відхиляється
  --mutation M         stepwise (частоти за маркером і статтю батька чи матері) або none
  --theta T            поправка на субпопуляцію, 0; повільніше, для більшості родин у кілька разів
  --sex-error E        частка хибно записаної статі, 0.01; стать зважується й нікого не виключає
  --male-share S       частка чоловіків серед останків, 0.5
  --typing-error E     з --direct: частка хибно типованих маркерів, 0.001
  --single-allele W    один алель означає one-known (типово) або homozygote
  --exclusions ФАЙЛ    підписані виключення: remains, family, person, signed_by, signed_at; ці пари рахуються, але не записуються
  --out ФАЙЛ           файл результату; без нього рядки йдуть на стандартний вивід
  --format F           csv або jsonl; --json виводить рядки JSON і підсумок останнім рядком
  --workers N          потоки; результат однаковий за будь-якої кількості
  --resume             продовжує скасоване порівняння з тими самими файлами й параметрами (ФАЙЛ.part)
  --anew               починає знову, хоча є незавершене порівняння`,
};
