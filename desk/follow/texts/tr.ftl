### QR kodunun arkasındaki sayfada vatandaşın okudukları. Kolay Türkçe.

page-title = Mesajınızın durumu
language-name = Türkçe
languages = Dilinizi seçin
code = Numaranız
received-on = Bize geldiği gün: { $day }
at-time = Saat { $time }
changed-on = Son değişiklik: { $day }

## How it is: heading, and the sentence where the municipality wrote none.

status-received = Mesajınız bize geldi
status-received-sentence = Mesajınız bize ulaştı. Bir şey yapmanız gerekmiyor.
status-in_progress = Bununla uğraşıyoruz
status-in_progress-sentence = Mesajınızla ilgileniyoruz. Bir şey yapmanız gerekmiyor.
status-planned = Planlandı
status-planned-sentence = İşi planladık. Bir şey yapmanız gerekmiyor.
status-done = Bitti
status-done-sentence = Mesajınızla ilgili işimiz bitti.
status-cannot = Ne yazık ki yapılamıyor
status-cannot-sentence = Ne yazık ki bunu yapamıyoruz.
status-forwarded = Bunu başka bir kurum yapacak
status-forwarded-sentence = Mesajınızı başka bir kuruma gönderdik. Bir şey yapmanız gerekmiyor.
again-sentence = Buna yeniden bakıyoruz. Bir şey yapmanız gerekmiyor.
planned-on = Planlanan gün: { $day }
forwarded-to = Şimdi ilgilenen kurum:

## The four steps

steps = Dört adımda
step-sent = Gönderildi
step-received = Bize geldi
step-in_progress = Uğraşıyoruz
step-planned = Planlandı
step-done = Bitti
step-cannot = Yapılamıyor
step-forwarded = Başka kuruma gönderildi
step-now = Şimdi buradayız
step-past = Tamam
step-later = Daha değil

## Below the steps

from-municipality = Belediyenin mesajı
in-dutch = Belediye bunu Hollandaca yazdı:
promise = Size verdiğimiz söz
promise-until = En geç { $day }.
promise-late = Söz verdiğimizden uzun sürüyor. Özür dileriz. Bizi arayabilirsiniz.
question = Sorunuz mu var?
call = Bizi arayın: { $phone }
call-note = Ararken numaranız yanınızda olsun.

## Is it really solved?

solved-question = Sorun gerçekten çözüldü mü?
solved-yes = Evet, çözüldü
solved-no = Hayır, çözülmedi
thanks = Teşekkür ederiz
thanks-solved = Sorunun çözülmesine sevindik.
thanks-not-solved = Buna yeniden bakıyoruz.
too-late = Bunu artık buradan yapamazsınız. Bizi arayın, yeniden bakarız.

## More with the same number

which-day = Hangi gündü?
which-day-why = Bu numarayla { $count } mesaj var. Cihaza geldiğiniz günü seçin.
same-day-why = Bu numarayla o gün { $count } mesaj var. Saate bakın.
other-day = Başka bir gün seçin

## Typing a number, and when it does not work

ask-title = Mesajınızın durumu
ask-label = Fişinizdeki numarayı yazın
ask-hint = Numara 12 rakamdan oluşur.
ask-button = Göster
wrong-title = Bu numara doğru değil
wrong-why = Fişinizdeki numara 12 rakamdan oluşur. Bir daha bakın ve yeniden yazın.
unknown-title = Bu numarayı henüz bulamadık
unknown-why = Bugün mü cihaza geldiniz? O zaman biraz daha sürebilir. Daha sonra yeniden bakın.
unknown-check = Numaranın fişinizdekiyle aynı olduğuna da bakın.
wait-title = Biraz bekleyin
wait-why = Çok sık baktınız. Bir dakika sonra yeniden deneyin.
