### Interface: words that stand on every kiosk

ui-language-name = Türkçe
ui-language = Dil
    .spoken = Dil. Şimdi Türkçe duyuyorsunuz.
ui-language-title = Hangi dili istiyorsunuz?
ui-sound = Ses
ui-silent = Sessiz
    .spoken = Ses kapalı
ui-larger = Büyüt
    .spoken = Harfleri büyüt
ui-smaller = Küçült
    .spoken = Harfleri küçült
ui-back = Geri
ui-repeat = Tekrar
    .spoken = Tekrar dinle
ui-pause = Ara ver
ui-resume = Sürdür
    .spoken = Dinlemeyi sürdür
ui-help = Yardım
ui-stop = Vazgeç
ui-chosen = Seçildi
ui-not-now = Şimdi olmaz

ui-start-title = Ne yapmak istiyorsunuz?
    .help = Bir resme dokunun. Ya da dinleyip seçin.
ui-news = Haberler
ui-closed-title = Bu cihaz şu an çalışmıyor
ui-closed = Bunun için çalışıyoruz. Bizi arayabilirsiniz.
ui-closed-call = Bizi arayın: { $phone }
ui-next = Devam
ui-skip = Atla
ui-more = Daha çok
    .spoken = Daha çok seçenek
ui-change = Değiştir
ui-check-title = Hepsi doğru mu?
    .help = Ancak siz düğmeye basınca bize gelir.
ui-skipped = Boş
ui-filled-in = yazıldı
ui-done = Tamam
ui-close = Devam
ui-hear = Dinle
    .spoken = Yazdıklarınızı dinleyin
ui-hear-code = Dinle
    .spoken = Numaranızı bir daha dinleyin

ui-hint-postcode = 1234 AB
    .spoken = Örneğin: 1 2 3 4, A B
ui-hint-house-number = 12
    .spoken = Örneğin: 12
ui-hint-phone = 06 12 34 56 78
    .spoken = Numaranızı yazın.
ui-hint-email = ad@ornek.nl
    .spoken = Örneğin: ad, et işareti, örnek nokta n l
ui-hint-name = Adınız, soyadınız
ui-hint-street = Sokağınız
ui-hint-words = Buraya yazın
ui-hint-code = 0000 0000 0000
    .spoken = Fişinizde 12 rakam var.
ui-hint-digits = 0

ui-key-erase = Sil
ui-key-space = Boşluk
ui-key-letters = ABC
    .spoken = Harfler
ui-key-digits = 123
    .spoken = Rakamlar
ui-key-dot = nokta
ui-key-comma = virgül
ui-key-question = soru işareti
ui-key-exclamation = ünlem işareti
ui-key-at = et işareti
ui-key-dash = tire
ui-key-underscore = alt çizgi
ui-key-apostrophe = kesme işareti
ui-key-plus = artı
ui-hidden-digit = rakam
ui-hidden-letter = harf

ui-wrong-postcode = Böyle bir posta kodu yok. 4 rakam ve 2 harf yazın.
ui-wrong-house-number = Bir kapı numarası yazın. Örneğin 12 veya 12 B.
ui-wrong-street = Sokağın adını yazın.
ui-wrong-phone = Bu numara doğru değil. Bir numarada 10 rakam olur.
ui-wrong-email = Bu adres doğru değil. İçinde @ olmalı.
    .spoken = Bu adres doğru değil. İçinde et işareti olmalı.
ui-wrong-name = Adınızı harflerle yazın.
ui-wrong-words = Birkaç kelime yazın.
ui-wrong-code = Bu numara doğru değil. Fişinize bir daha bakın.
ui-wrong-digits = Bir sayı yazın.
ui-wrong-scan = Fişinizi okuyamadık. Numarayı yazın.
ui-empty-postcode = Önce posta kodunu yazın.
ui-empty-house-number = Önce kapı numarasını yazın.
ui-empty-street = Önce sokağın adını yazın.
ui-empty-phone = Önce numaranızı yazın.
ui-empty-email = Önce e-posta adresinizi yazın.
ui-empty-name = Önce adınızı yazın.
ui-empty-words = Önce birkaç kelime yazın.
ui-empty-code = Önce fişinizdeki numarayı yazın.
ui-empty-digits = Önce bir sayı yazın.
ui-unknown-code = Bu numarayı henüz tanımıyoruz. Fişi bugün mü aldınız? O zaman daha sonra yine deneyin.
ui-no-network = Şimdi soramıyoruz. Biraz sonra yine deneyin.
ui-save-disk-full = Olmadı. Cevaplarınız burada duruyor. Lütfen yine deneyin.
ui-save-disk-fault = Olmadı. Cevaplarınız burada duruyor. Lütfen yine deneyin.
ui-save-not-enrolled = Bu cihaz henüz bir şey gönderemiyor. Burada çalışan birinden yardım isteyin.

ui-saving = Lütfen bekleyin. Kaydediyoruz.
ui-looking = Lütfen bekleyin. Bakıyoruz.
ui-your-code = Numaranız
ui-qr = Telefonunuz var mı? Bunu okutup takip edin.
ui-paper-printing = Fişiniz geliyor.
ui-paper-printed = Fişinizi alın. İyi saklayın.
ui-paper-none = Numaranızı bir yere yazın. Veya fotoğrafını çekin.
ui-paper-no-paper = Kâğıt bitti. Numaranızı bir yere yazın veya fotoğrafını çekin.
ui-paper-cover-open = Yazıcının kapağı açık. Numaranızı bir yere yazın veya fotoğrafını çekin.
ui-paper-offline = Yazıcı kapalı. Numaranızı bir yere yazın veya fotoğrafını çekin.
ui-paper-lost = Yazıcı çalışmıyor. Numaranızı bir yere yazın veya fotoğrafını çekin.
ui-paper-fault = Fiş basılamadı. Numaranızı bir yere yazın veya fotoğrafını çekin.
ui-leaflet-title = Kâğıdı yanınıza alın
ui-leaflet-none = Kâğıt yok
ui-leaflet-printing = Kâğıdınız geliyor.
ui-leaflet-printed = Kâğıdınızı alın. Hepsi üzerinde yazıyor.
ui-leaflet-failed = Şimdi kâğıt basamıyoruz. Bizi arayın, size anlatalım: { $phone }.

ui-status-title = Bildirimin durumu
ui-status-received = Bize geldi
ui-status-in-progress = Uğraşıyoruz
ui-status-planned = Planlandı
ui-status-planned-day = Planlanan gün: { $day }
ui-status-done = Bitti
ui-status-cannot = Yapılamıyor
ui-status-forwarded = Başka bir kurumda
ui-status-organisation = Şimdi ilgilenen kurum
ui-status-day = Bize geldiği gün: { $day }.
ui-which-day = Fişiniz hangi güne ait?
    .help = Fişinizde yazan günü seçin.
ui-solved-title = Sorun gerçekten çözüldü mü?
ui-solved-yes = Evet, çözüldü
ui-solved-no = Hayır, çözülmedi
ui-solved-thanks = Sorunun çözülmesine sevindik.
ui-not-solved = Sorun çözülmedi.
ui-not-solved-send = Bunu bildir
ui-telling = Lütfen bekleyin. Bunu iletiyoruz.
ui-thank-you = Teşekkür ederiz
ui-told = Soruna yeniden bakacağız.
ui-not-told-title = Olmadı
ui-not-told-call = Bizi arayın: { $phone }
ui-not-told = O zaman soruna yeniden bakarız.

ui-sound-title = Ses
ui-sound-level = Ses: 7 üzerinden { $volume }. Hız: 7 üzerinden { $rate }.
ui-louder = Daha yüksek
ui-softer = Daha kısık
ui-faster = Daha hızlı
ui-slower = Daha yavaş
ui-speech-on = Konuşmayı aç
ui-speech-off = Konuşmayı kapat
ui-now-louder = Şimdi bu kadar yüksek sesle konuşuyorum.
ui-now-softer = Şimdi bu kadar kısık sesle konuşuyorum.
ui-now-faster = Şimdi bu kadar hızlı konuşuyorum.
ui-now-slower = Şimdi bu kadar yavaş konuşuyorum.

ui-help-title = Nasıl çalışır?
ui-help-1 = İstediğiniz resme dokunun. Her seferinde tek bir şey sorarız.
ui-help-2 = Her şeyi dinleyebilirsiniz. Tekrar düğmesine basın. Ses düğmesiyle sesi yükseltir veya kısarsınız.
ui-help-3 = Sonunda bir fiş alırsınız. Olmuyor mu? Bizi arayın: { $phone }.

ui-stop-title = Vazgeçmek istiyor musunuz?
    .help = O zaman cevaplarınızı sileriz.
ui-stop-yes = Evet, vazgeç
ui-stop-no = Hayır, devam et
ui-still-title = Hâlâ burada mısınız?
ui-still-help = { $seconds } saniye kaldı. Sonra cihaz baştan başlar.
ui-still-yes = Evet, buradayım
ui-still-no = Çıkmak istiyorum

ui-receipt-title = Fişiniz
ui-receipt-follow = Bunu okutun ve durumu görün. Ya da numarayı bu cihazda yazın.
ui-receipt-phone = Sorunuz mu var? Bizi arayın: { $phone }
ui-receipt-dutch = Size yardım edenler için Hollandaca.
ui-test-print = Deneme fişi
ui-test-print-text = Bu bir denemedir. Bunu iyi okuyabiliyor musunuz? O zaman yazıcı iyi çalışıyor.

### Hearing, seeing and pressing in another way

ui-read-on = Okumaya devam et
ui-now-size-0 = Harfler şimdi normal.
ui-now-size-1 = Harfler şimdi daha büyük.
ui-now-size-2 = Harfler şimdi daha da büyük.
ui-now-size-3 = Harfler şimdi en büyük.
ui-sight = Görünüm
    .spoken = Ekrandaki renkler ve hareket
ui-sight-title = En iyi hangisini görüyorsunuz?
ui-theme-normal = Normal
    .note = Sıcak renkler
ui-theme-contrast-light = Beyaz üstüne siyah
    .note = Çok net
ui-theme-contrast-dark = Siyah üstüne beyaz
    .note = Çok net
ui-theme-low-glare = Yumuşak ışık
    .note = Gözü yormaz
ui-motion-off = Daha az hareket
ui-low = Her şey daha aşağıda
ui-blank = Ekranı kapat
    .note = Her şeyi yine duyarsınız
ui-unblank = Ekranı aç
ui-explore-tap = Önce dinle
    .note = İkinci dokunuşta seçilir
ui-scan-faster = Hızlı geçiş
    .spoken = Seçenekleri daha hızlı geç
ui-scan-slower = Yavaş geçiş
    .spoken = Seçenekleri daha yavaş geç
ui-now-contrast = Renkler şimdi farklı.
ui-now-motion-off = Ekran şimdi daha az hareket ediyor.
ui-now-motion-on = Ekran şimdi daha çok hareket ediyor.
ui-now-low = Her şey şimdi daha aşağıda.
ui-now-high = Her şey şimdi daha yukarıda.
ui-now-blank = Ekran kapandı. Dokununca yine açılır.
ui-now-unblank = Ekran yine açıldı.
ui-now-explore-tap = Bir kez dokunun ve ne olduğunu duyun. Seçmek için bir daha dokunun.
ui-now-explore-lift = Seçmek için bir kez dokunun.
ui-now-scan-faster = Seçenekleri şimdi bu kadar hızlı geçiyorum.
ui-now-scan-slower = Seçenekleri şimdi bu kadar yavaş geçiyorum.
ui-now-speech-off = Konuşma şimdi kapalı.
ui-headphones = Beni şimdi yalnız siz duyuyorsunuz.
ui-scan-row = Sıra: { $first } ile { $last } arası
ui-scan-waits = Sizi bekliyorum. Devam etmek için düğmenize basın.

ui-practice-title = Tuşları deneyin
    .help = Bir tuşa basın, ne yaptığını söyleyeyim. Hiçbir şey değişmez.
ui-practice-leave = Denemeyi bitir
    .spoken = Denemeyi bitir. Yardım tuşu da bunu yapar.
ui-practice-nothing = Bir tuşa basın.
ui-practice-up = Yukarı. Üsttekine gidersiniz.
ui-practice-down = Aşağı. Alttakine gidersiniz.
ui-practice-left = Sol. Bir geri gidersiniz.
ui-practice-right = Sağ. Bir ileri gidersiniz.
ui-practice-select = Seç. Az önce duyduğunuzu seçersiniz.
ui-practice-back = Geri. Önceki ekrana dönersiniz.
ui-practice-repeat = Tekrar. Her şeyi bir daha duyarsınız.
ui-practice-help = Yardım. Bununla deneme başlar. Bir daha basınca biter.
ui-practice-louder = Daha yüksek. Ses yükselir.
ui-practice-softer = Daha kısık. Ses kısılır.
ui-practice-faster = Daha hızlı. Ses hızlanır.
ui-practice-slower = Daha yavaş. Ses yavaşlar.
ui-practice-pause = Ara ver. Ses bekler veya devam eder.
ui-practice-erase = Sil. Son yazdığınız harf gider.
ui-practice-speech = Konuşma. Konuşma açılır veya kapanır.
ui-practice-move = Sonraki. Bir ileri gidersiniz.
ui-practice-switch = Sizin düğmeniz. Onunla başlar, sonra onunla seçersiniz.

### Saying it instead of typing it

ui-record = Söyleyin
    .spoken = Yazmak yerine söyleyin
ui-record-title = Sesinizle söyleyin
    .help = Kayda başla düğmesine basın. Sonra istediğinizi söyleyin.
ui-record-most = { $most } saniyeniz var. Bunu yalnız biz dinleriz.
ui-record-start = Kayda başla
ui-record-busy = Sizi dinliyorum
    .help = Bitti mi? O zaman düğmeye basın.
ui-record-stop = Konuşmam bitti
ui-record-time = { $seconds } saniye, en çok { $most }
ui-record-done = Mesajınız kaydedildi
    .help = Mesajı dinleyin. Ya da devam edin.
ui-record-full = Süre doldu. Mesajınız kaydedildi.
ui-record-silent = Bir şey duymadım. Lütfen yine deneyin.
ui-record-failed = Mikrofon şimdi çalışmıyor. Yazabilirsiniz.
ui-record-listen = Mesajı dinle
ui-record-again = Baştan söyle
    .spoken = Baştan söyle. O zaman bu mesaj silinir.
ui-record-delete = Bunu sil
ui-record-keep = Bunu kullan
    .spoken = Bu mesajı kullan
ui-record-delete-title = Mesaj silinsin mi?
    .help = Silinen mesaj geri gelmez.
ui-record-delete-yes = Evet, sil
ui-record-delete-no = Hayır, kalsın
ui-recorded = Sesiniz: { $seconds } saniye
    .spoken = Sesinizle söylediniz, { $seconds } saniye

### Keys of every script

ui-key-latin = ABC
    .spoken = Normal harfler
ui-key-script = ABC
    .spoken = Türkçe harfler
ui-key-accents = éëï
    .spoken = İşaretli harfler
ui-key-plain = abc
    .spoken = Sade harfler
# Names of letters that the voice says wrong, or like another letter.
ui-letters = Harfler
    .spoken = ä: iki noktalı a; â: şapkalı a; î: şapkalı i; ô: şapkalı o; û: şapkalı u

### For staff, behind a code

ui-staff = Burada çalışanlar için
ui-staff-code = Kod nedir?
    .help = Kodu belediye size verdi.
ui-staff-wrong = Bu kod doğru değil.
ui-staff-locked = Çok kez yanlış oldu. { $minutes } dakika bekleyin.
ui-staff-title = Burada çalışanlar için
    .help = Ne yapmak istediğinizi seçin.
ui-learn = Tuşları öğret
    .note = Hangi tuş ne yapar?
ui-learn-title = Şu tuşa basın: { $key }
    .help = Cihazda bu tuş yok mu? O zaman atlayın.
ui-learn-skip = Bu tuşu atla
ui-learn-twice = Bu tuş zaten şu: { $key }. Başka bir tuşa basın.
ui-learn-few = Bu tuş olmadan kimse seçim yapamaz. Lütfen bu tuşu öğretin.
ui-learn-done = Tuşlar hazır
    .help = Bu cihaz artık tuşları tanıyor. Deneyin.
ui-learn-not-kept = Kaydedilemedi. Disk dolu veya bozuk.
ui-enrol = Belediyeye kaydet
    .note = Sonra bu cihaz mesaj gönderebilir.
    .again = Bu cihazın adı şimdi { $name }.
ui-enrol-title = Kayıt kodu nedir?
    .help = Kod, belediyenin cihazlar sayfasındadır. Yazın ya da tarayıcıya tutun.
ui-enrol-short = Kod 12 rakamdır.
ui-enrol-scan = Bu bir kayıt kodu değil.
ui-enrol-unknown = Bu kod yanlış, kullanılmış ya da çok eski. Yeni bir kod isteyin.
ui-enrol-unreachable = Belediyeye şu anda ulaşılamıyor. Daha sonra tekrar deneyin.
ui-enrol-too-often = Çok sık denendi. Birkaç dakika bekleyin.
ui-enrol-no-address = Bu cihaz belediyenin adresini bilmiyor. Kodu tarayıcıya tutun.
ui-enrol-not-kept = Saklanamadı. Yeni bir kod isteyin.
ui-enrol-unsafe = Bu adres güvenli değil. https ile başlamıyor.
ui-enrolling = Bir dakika. Cihazı kaydediyoruz.
ui-enrolled = Cihaz { $name } olarak kaydedildi
    .help = Cihaz şimdi yeniden başlayacak. Sonra mesaj gönderebilir.
ui-keyname-up = Yukarı
ui-keyname-down = Aşağı
ui-keyname-left = Sol
ui-keyname-right = Sağ
ui-keyname-select = Seç
ui-keyname-back = Geri
ui-keyname-repeat = Tekrar
ui-keyname-help = Yardım
ui-keyname-louder = Daha yüksek
ui-keyname-softer = Daha kısık
ui-keyname-faster = Daha hızlı
ui-keyname-slower = Daha yavaş
ui-keyname-pause = Ara ver
ui-keyname-erase = Sil
ui-keyname-speech = Konuşma
ui-keyname-move = Sonraki
ui-keyname-switch = Tek düğme

### Turkish. The value is what is shown; `.spoken` is what is said where that differs.
### Plain Turkish with "siz": short words, short sentences, one helping sentence per screen.
### Names of Dutch schemes stay in brackets: that is what the visitor will read on letters.
### In `.spoken` they are spelled so that the Turkish voice says them the Dutch way.

### Flows

## Report something in the street

flow-melding = Sokakta bir sorun bildir
    .note = Bozuk, kirli veya tehlikeli
    .title = Bildirim
    .send = Bildirimi gönder
    .thanks = Teşekkür ederiz. Bildiriminiz bize geldi.
    .promise = 5 iş günü içinde bakacağız.

melding-wat = Sorun neyle ilgili?
    .help = Bilmiyor musunuz? O zaman başka bir şey seçin.
    .row = Konu

melding-welke = Sorun nedir?
    .help = Şu anda tehlike var mı? Hemen 112 numarasını arayın.
    .help-spoken = Şu anda tehlike var mı? Hemen arayın: bir, bir, iki.
    .row = Sorun

melding-waar = Nerede?
    .help = Tam bilmiyor musunuz? Önemli değil.
    .row = Nerede
melding-waar-hier = Buraya yakın
    .note = Bu ekranın yakınında
melding-waar-plek = Bilinen bir yerde
    .note = İstasyon veya pazar gibi
melding-waar-adres = Bir adreste
    .note = Posta kodu ve kapı numarasıyla
melding-waar-weet-niet = Bilmiyorum
    .note = Birazdan anlatabilirsiniz

melding-plek = Hangi yerin yakınında?
    .help = O yer burada yok mu? O zaman geri dönün.
    .row = Bilinen yer

melding-postcode = Oranın posta kodu nedir?
    .help = Bilmiyor musunuz? Geri dönün ve bir yer seçin.
    .row = Posta kodu

melding-huisnummer = Hangi kapı numarasına yakın?
    .help = En yakın evin numarasını yazın.
    .row = Kapı numarası

melding-vertel = Başka bir şey anlatmak ister misiniz?
    .help = Bunu atlayabilirsiniz.
    .row = Sözleriniz

melding-antwoord = Bizden cevap ister misiniz?
    .help = Hayır da seçebilirsiniz.
    .row = Cevap
melding-antwoord-bellen = Evet, beni arayın
    .note = Bir görevli size telefon eder
melding-antwoord-sms = Evet, SMS gönderin
    .note = Cep telefonunuza bir mesaj
melding-antwoord-brief = Evet, mektup gönderin
    .note = Postayla evinize gelir
melding-antwoord-mail = Evet, e-posta gönderin
    .note = Bilgisayarınıza bir mesaj
melding-antwoord-geen = Hayır, teşekkürler
    .note = Bildiriminize yine de bakarız

melding-telefoon = Telefon numaranız nedir?
    .help = Yalnız size cevap vermek için.
    .row = Telefon

melding-email = E-posta adresiniz nedir?
    .help = Yalnız size cevap vermek için.
    .row = E-posta

melding-naam = Adınız ve soyadınız nedir?
    .help = Mektubun üzerine yazmak için.
    .row = Ad ve soyad

melding-postcode-thuis = Kendi posta kodunuz nedir?
    .help = Mektubu oraya göndeririz.
    .row = Posta kodunuz

melding-huisnummer-thuis = Kendi kapı numaranız nedir?
    .help = Mektubu oraya göndeririz.
    .row = Kapı numaranız

## Complaint, compliment or idea

flow-klacht = Şikâyet veya fikir
    .note = Veya teşekkür
    .title = Şikâyet, teşekkür veya fikir
    .send = Mesajı gönder
    .thanks = Teşekkür ederiz. Mesajınız bize geldi.
    .promise = Mesajınızı 5 iş günü içinde okuruz.

klacht-soort = Bize ne söylemek istersiniz?
    .help = Söylediğiniz her şey bize yardım eder.
    .row = Tür
klacht-soort-klacht = Şikâyet
    .note = Bir şey iyi gitmedi
klacht-soort-compliment = Teşekkür
    .note = Bir şey çok iyi gitti
klacht-soort-idee = Fikir
    .note = Daha iyi olabilir
klacht-soort-weet-niet = Bilmiyorum
    .note = Sadece bir şey söylemek istiyorum

klacht-onderwerp = Konu nedir?
    .help = Bilmiyor musunuz? O zaman başka bir şey seçin.
    .row = Konu
klacht-onderwerp-balie = Size verdiğimiz hizmet
klacht-onderwerp-wachten = Uzun bekleme
klacht-onderwerp-brief = Bizden gelen mektup
klacht-onderwerp-geld = Para veya bakım
klacht-onderwerp-buurt = Sokak veya mahalle
klacht-onderwerp-anders = Başka bir şey

klacht-vertel = Bize ne anlatmak istersiniz?
    .help = Birkaç kelime yeter.
    .row = Sözleriniz

klacht-antwoord = Bizden cevap ister misiniz?
    .help = Hayır da seçebilirsiniz.
    .row = Cevap
klacht-antwoord-bellen = Evet, beni arayın
    .note = Bir görevli size telefon eder
klacht-antwoord-sms = Evet, SMS gönderin
    .note = Cep telefonunuza bir mesaj
klacht-antwoord-brief = Evet, mektup gönderin
    .note = Postayla evinize gelir
klacht-antwoord-mail = Evet, e-posta gönderin
    .note = Bilgisayarınıza bir mesaj
klacht-antwoord-geen = Hayır, teşekkürler
    .note = Mesajınızı yine de okuruz

klacht-telefoon = Telefon numaranız nedir?
    .help = Yalnız size cevap vermek için.
    .row = Telefon

klacht-email = E-posta adresiniz nedir?
    .help = Yalnız size cevap vermek için.
    .row = E-posta

klacht-naam = Adınız ve soyadınız nedir?
    .help = Mektubun üzerine yazmak için.
    .row = Ad ve soyad

klacht-postcode-thuis = Kendi posta kodunuz nedir?
    .help = Mektubu oraya göndeririz.
    .row = Posta kodunuz

klacht-huisnummer-thuis = Kendi kapı numaranız nedir?
    .help = Mektubu oraya göndeririz.
    .row = Kapı numaranız

## Appointment

flow-afspraak = Randevu al
    .note = Pasaport, ehliyet veya taşınma
    .title = Randevu
    .send = Randevu iste
    .thanks = Teşekkür ederiz. İsteğiniz bize geldi.
    .promise = Gün seçmek için 2 iş günü içinde sizi ararız.

afspraak-product = Ne için gelmek istersiniz?
    .help = Bilmiyor musunuz? O zaman başka bir şey seçin.
    .row = Ne için
afspraak-product-paspoort = Pasaport veya kimlik kartı
afspraak-product-rijbewijs = Ehliyet
afspraak-product-verhuizen = Taşınıyorum
afspraak-product-geboorte = Bir çocuk doğdu
afspraak-product-trouwen = Evleniyorum
afspraak-product-anders = Başka bir şey

afspraak-dagdeel = Ne zaman gelmek istersiniz?
    .help = Günü seçmek için sizi ararız.
    .row = Ne zaman
afspraak-dagdeel-ochtend = Sabah
afspraak-dagdeel-middag = Öğleden sonra
afspraak-dagdeel-avond = Akşam
afspraak-dagdeel-maakt-niet-uit = Fark etmez

afspraak-naam = Adınız ve soyadınız nedir?
    .help = Böylece kimi aradığımızı biliriz.
    .row = Ad ve telefon

afspraak-telefoon = Telefon numaranız nedir?
    .help = Sizi yalnız randevu için ararız.
    .row = Telefon

## Help with money and care

flow-geldhulp = Para ve bakım yardımı
    .note = Size ne uygun, bakın
    .title = Para ve bakım yardımı
    .send = İsteği gönder
    .thanks = Teşekkür ederiz. İsteğiniz bize geldi.
    .promise = 2 iş günü içinde sizi ararız.

geldhulp-huur = Kirada mı oturuyorsunuz?
    .help = Apartman dairesi de olur.
    .row = Kiralık ev
geldhulp-huur-ja = Evet
geldhulp-huur-nee = Hayır
geldhulp-huur-weet-niet = Bilmiyorum

geldhulp-kinderen = Sizinle oturan çocuğunuz var mı?
    .help = 18 yaşından küçük çocuklar.
    .row = Çocuklar
geldhulp-kinderen-ja = Evet
geldhulp-kinderen-nee = Hayır
geldhulp-kinderen-weet-niet = Bilmiyorum

geldhulp-aow = AOW alıyor musunuz?
    .spoken = Aove alıyor musunuz?
    .help = Devletin yaşlılara verdiği paradır.
    .row = AOW
    .row-spoken = Aove
geldhulp-aow-ja = Evet
geldhulp-aow-nee = Hayır
geldhulp-aow-weet-niet = Bilmiyorum

geldhulp-inkomen = Geliriniz düşük mü?
    .help = Yardım parası veya küçük bir emekli maaşı gibi.
    .row = Düşük gelir
geldhulp-inkomen-ja = Evet
geldhulp-inkomen-nee = Hayır
geldhulp-inkomen-weet-niet = Bilmiyorum

geldhulp-rekeningen = Her şeyi ödemek zor mu?
    .help = Kira, sağlık veya ceza gibi.
    .row = Ödemek zor
geldhulp-rekeningen-ja = Evet
geldhulp-rekeningen-nee = Hayır
geldhulp-rekeningen-weet-niet = Bilmiyorum

geldhulp-zorg = Evde yardıma ihtiyacınız var mı?
    .help = Hasta olduğunuz veya bir işi artık yapamadığınız için.
    .row = Evde yardım
geldhulp-zorg-ja = Evet
geldhulp-zorg-nee = Hayır
geldhulp-zorg-weet-niet = Bilmiyorum

geldhulp-advice = Bunlar size uygun olabilir
    .help = Alıp alamayacağınızı başvurunca öğrenirsiniz.

geldhulp-terugbellen = Sizi arayalım mı?
    .help = O zaman size daha çok yardım ederiz.
    .row = Arama
geldhulp-terugbellen-ja = Evet, beni arayın
    .note = Bir görevli size telefon eder
geldhulp-terugbellen-nee = Hayır, teşekkürler
    .note = Sizinle ilgili hiçbir şey saklamayız

geldhulp-naam = Adınız ve soyadınız nedir?
    .help = Bunu atlayabilirsiniz.
    .row = Ad ve telefon

geldhulp-telefoon = Telefon numaranız nedir?
    .help = Sizi yalnız sorunuz için ararız.
    .row = Telefon

## Call me back

flow-terugbellen = Beni arayın
    .note = Bir görevli size telefon eder
    .title = Beni arayın
    .send = İsteği gönder
    .thanks = Teşekkür ederiz. İsteğiniz bize geldi.
    .promise = 2 iş günü içinde sizi ararız.

terugbellen-waarover = Konu nedir?
    .help = Bilmiyor musunuz? O zaman başka bir şey seçin.
    .row = Konu
terugbellen-waarover-buurt = Sokak veya mahalle
terugbellen-waarover-geld = Para veya bakım
terugbellen-waarover-paspoort = Pasaport veya ehliyet
terugbellen-waarover-wonen = Ev veya taşınma
terugbellen-waarover-belasting = Vergi veya fatura
terugbellen-waarover-anders = Başka bir şey

terugbellen-moment = Sizi ne zaman arayalım?
    .help = İş günlerinde ararız.
    .row = Ne zaman
terugbellen-moment-ochtend = Sabah
    .note = Saat 9 ile 12 arası
terugbellen-moment-middag = Öğleden sonra
    .note = Saat 12 ile 5 arası
terugbellen-moment-maakt-niet-uit = Fark etmez
    .note = Bütün gün olur

terugbellen-naam = Adınız ve soyadınız nedir?
    .help = Bunu atlayabilirsiniz.
    .row = Ad ve telefon

terugbellen-telefoon = Telefon numaranız nedir?
    .help = Sizi yalnız sorunuz için ararız.
    .row = Telefon

## How is my report?

flow-status = Bildirimim ne durumda?
    .note = Fişinizdeki numarayla
    .title = Bildirimim ne durumda?

status-code = Fişinizdeki numara nedir?
    .help = Numarada 12 rakam var.
    .row = Numara

### Categories

category-verlichting = Lamba veya trafik ışığı
category-verlichting-lamp-uit = Lamba yanmıyor
category-verlichting-lamp-overdag = Lamba gündüz yanıyor
category-verlichting-lamp-kapot = Lamba veya direk bozuk
category-verlichting-verkeerslicht = Trafik ışığı bozuk
category-verlichting-anders = Lambada başka bir sorun

category-afval = Çöp
category-afval-zwerfvuil = Sokakta çöp var
category-afval-container = Konteyner dolu veya bozuk
category-afval-prullenbak = Çöp kutusu dolu veya bozuk
category-afval-grofvuil = Sokakta büyük eşya var
category-afval-gevaarlijk = Tehlikeli çöp
category-afval-anders = Çöple başka bir sorun

category-weg = Yol veya kaldırım
category-weg-bestrating = Çukur veya oynayan taş
category-weg-put = Su birikiyor
category-weg-bord = Trafik levhası bozuk
category-weg-meubilair = Bank veya oyun yeri bozuk
category-weg-glad = Yol kaygan
category-weg-anders = Yolda başka bir sorun

category-natuur = Ağaç, bitki veya hayvan
category-natuur-boom = Ağaç veya dal
category-natuur-gras = Çim veya çalı çok uzun
category-natuur-onkruid = Yabani ot
category-natuur-ratten = Sıçanlar
category-natuur-water = Suda pislik
category-natuur-dood-dier = Ölü hayvan
category-natuur-wespen = Yaban arıları
category-natuur-anders = Başka bitki veya hayvan

category-overlast = Rahatsız eden bir şey
category-overlast-parkeren = Araba yolu kapatıyor
category-overlast-lawaai = Gürültü veya kötü koku
category-overlast-mensen = Rahatsız eden insanlar
category-overlast-hondenpoep = Köpek pisliği
category-overlast-wrak = Eski bisiklet veya araba
category-overlast-graffiti = Duvarda boya
category-overlast-vuurwerk = Havai fişek
category-overlast-anders = Başka bir rahatsızlık

category-anders = Başka bir şey
category-anders-anders = Başka bir şey

### Promises

promise-gemaakt-3 = 3 iş günü içinde onarırız.
promise-gemaakt-5 = 5 iş günü içinde onarırız.
promise-gemaakt-21 = 21 iş günü içinde onarırız.
promise-opgeruimd-3 = 3 iş günü içinde temizleriz.
promise-bekeken-3 = 3 iş günü içinde bakarız.
promise-bekeken-5 = 5 iş günü içinde bakarız.
promise-bekeken-15 = 15 iş günü içinde bakarız.
promise-drukke-wegen = Önce kalabalık yolları güvenli yaparız.
promise-doorgegeven = Bunu doğru kişilere iletiriz.

### Places

place-station = İstasyon
place-winkels = Merkezdeki dükkânlar
place-markt = Pazar yeri
place-bibliotheek = Kütüphane
place-gemeentehuis = Belediye binası
place-park = Şehir parkı
place-school = Okul
place-zwembad = Yüzme havuzu
place-sporthal = Spor salonu
place-ziekenhuis = Hastane

### Advice
### Three sentences: what it is, who it is for, what to do. No amounts: they go stale.

advice-schuldhulp = Borç yardımı
    .line1 = Her şeyi yeniden ödeyebilmeniz için size yardım ederiz.
    .line2 = Faturalarını ödeyemeyen herkes içindir ve ücretsizdir.
    .line3 = Bizi çabuk arayın, tek bir fatura olsa bile.

advice-bijstand = Geçim yardımı (bijstand)
    .spoken = Geçim yardımı, Hollandaca adı: beystant
    .line1 = Belediyenin geçinmeniz için verdiği paradır.
    .line2 = Geliri ve birikmiş parası az olanlar içindir.
    .line3 = Belediyeye hemen başvurun: para ancak o günden sonra başlar.

advice-aio = AOW alana ek para
    .spoken = Aove alana ek para
    .line1 = Adı AIO: AOW paranız çok azsa ek para alırsınız.
    .line1-spoken = Adı a, i, o: aove paranız çok azsa ek para alırsınız.
    .line2 = Çoğu zaman başka bir ülkede de yaşamış kişiler içindir.
    .line3 = AOW paranızı da ödeyen SVB kurumuna başvurun.
    .line3-spoken = Aove paranızı da ödeyen esvebe kurumuna başvurun.

advice-huurtoeslag = Kira yardımı (huurtoeslag)
    .spoken = Kira yardımı, Hollandaca adı: hürtuslah
    .line1 = Her ay kiranız için para alırsınız.
    .line2 = Kirada oturan ve geliri düşük olanlar içindir.
    .line3 = Devletin Dienst Toeslagen dairesine başvurun.
    .line3-spoken = Devletin Dinst Tuslahen dairesine başvurun.

advice-zorgtoeslag = Sağlık yardımı (zorgtoeslag)
    .spoken = Sağlık yardımı, Hollandaca adı: zorhtuslah
    .line1 = Her ay sağlık sigortanız için para alırsınız.
    .line2 = 18 yaşını doldurmuş ve geliri düşük olanlar içindir.
    .line3 = Devletin Dienst Toeslagen dairesine başvurun.
    .line3-spoken = Devletin Dinst Tuslahen dairesine başvurun.

advice-kindgebonden-budget = Ek çocuk parası (kindgebonden budget)
    .spoken = Ek çocuk parası, Hollandaca adı: kinthebonden büdjet
    .line1 = Her ay çocuklarınız için para alırsınız.
    .line2 = Anne ve babalar içindir. Çocuk parasının (kinderbijslag) üstüne gelir.
    .line2-spoken = Anne ve babalar içindir. Çocuk parasının, yani kinderbeyslah parasının üstüne gelir.
    .line3 = Henüz almıyorsanız Dienst Toeslagen dairesine başvurun.
    .line3-spoken = Henüz almıyorsanız Dinst Tuslahen dairesine başvurun.

advice-bijzondere-bijstand = Özel yardım (bijzondere bijstand)
    .spoken = Özel yardım, Hollandaca adı: bizondere beystant
    .line1 = Gerçekten ihtiyacınız olan bir şey için para alırsınız.
    .line2 = Kendiniz ödeyemediğiniz masraflar içindir, örneğin bir yatak.
    .line3 = Bir şey satın almadan önce belediyeye başvurun.

advice-inkomenstoeslag = Gelire ek para (inkomenstoeslag)
    .spoken = Gelire ek para, Hollandaca adı: inkomenstuslah
    .line1 = Yılda bir kez belediyeden ek para alırsınız.
    .line2 = Yıllardır az parayla geçinenler içindir.
    .line3 = Belediyeye her yıl yeniden başvurun.

advice-kwijtschelding = Daha az vergi (kwijtschelding)
    .spoken = Daha az vergi, Hollandaca adı: kveytshelding
    .line1 = O zaman belediyeye az vergi ödersiniz veya hiç ödemezsiniz.
    .line2 = Geliri ve birikmiş parası az olanlar içindir.
    .line3 = Vergi faturası gelince başvurun.

advice-hulp-thuis = Evde yardım (Wmo)
    .spoken = Evde yardım, Hollandaca adı: ve-em-o
    .line1 = Bir işi artık kendiniz yapamıyorsanız evde yardım alırsınız.
    .line2 = Örneğin temizlik, ulaşım veya tekerlekli sandalye.
    .line3 = Bizi arayın, biri konuşmak için evinize gelir.

advice-gesprek = Bizimle görüşme
    .line1 = Neler yapılabilir, sizinle birlikte bakarız.
    .line2 = Size yardım eden birini getirebilirsiniz.
    .line3 = Mektup ve faturalarınızı getirin, hiç açılmamış olsalar bile.
