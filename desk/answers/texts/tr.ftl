### Vatandaş sonucu nasıl öğrenir. Kolay Türkçe.

hello = Sayın Bay veya Bayan,
about = { $day } günü cihazda bize bir şey bildirdiniz. Konu: { $subject }.
number = Numaranız: { $number }.
said-planned = Bunu yapacağız.
planned-on = Yapacağımız gün: { $planned }.
said-done = İş bitti.
said-cannot = Ne yazık ki bunu yapamıyoruz.
said-forwarded = Bu iş başka bir kuruma ait. Mesajınızı oraya gönderdik.
forwarded-to = Bu kurum: { $organisation }.
not-solved = Sorun çözülmedi mi? Buraya bakın: { $link } veya cihaza gelin.
more = Bundan sonrası için buraya bakın: { $link } veya cihaza gelin.
question = Sorunuz mu var? Bizi arayın: { $phone }.
bye = Saygılarımızla,
in-dutch = Hollandaca: { $sentence }

## Kısa mesaj

sms-about = { $municipality }: { $subject }, numara { $number }.
sms-more = Devamı: { $link }

## Telefon

call-hello = İyi günler, { $municipality } adına arıyorum.
call-solved = Sorun çözüldü mü?
call-question = Bir sorunuz var mı?

## Mektup ve e-posta: metnin çevresi

mail-subject = { $municipality } cevabı, numara { $number }
letter-number = Numaranız
letter-date = Tarih
letter-scan = Durum nasıl? Bu kodu telefonla okutun.
letter-kiosk = Telefonunuz yok mu? Numaranızla cihaza gelin.
letter-in-dutch = Hollandaca

## An example, for whoever edits the texts

sample-subject = Bozuk sokak lambası
sample-sentence = Lambayı değiştirdik. Yine yanıyor.
