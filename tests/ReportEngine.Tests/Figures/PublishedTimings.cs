using System.Globalization;
using ReportEngine.Figures;

namespace ReportEngine.Tests.Figures;

/// <summary>Published times to an event, a plus sign marking those censored.</summary>
internal static class PublishedTimings
{
    /// <summary>Maintained group of the aml data: R. G. Miller, Survival Analysis (1981), page 49.</summary>
    public const string AmlMaintained = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+";

    /// <summary>The group of the aml data without maintenance.</summary>
    public const string AmlNonmaintained = "5 5 8 8 12 16+ 23 27 30 33 43 45";

    /// <summary>6-MP group: E. J. Freireich and others, Blood 21 (1963) 699–716.</summary>
    public const string SixMercaptopurine = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    /// <summary>Placebo group of the same trial, none censored.</summary>
    public const string Placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    /// <summary>Men of the lung data of R's survival package.</summary>
    public const string LungMen =
        "11 11 11 12 13 13 15 26 30 31 53 53 54 59 60 65 65 71 81 88 88 92 93 95 105 107 110 116 118 131 132 "
        + "132 135 142 144 147 156 156 163 163 163 166 170 174+ 175 176 177 179 179 180 181 181 183 185+ 188+ "
        + "189 191+ 196+ 197 197+ 202 207 210 212 218 221+ 222 222+ 223 225+ 225+ 229 230 237+ 239 246 259+ 267 "
        + "269 270 279+ 283 284 284+ 285 286 288 291 292+ 300+ 301 301+ 303 303+ 306 310 320 329 337 353 353 "
        + "363 364 371 387 390 394 404+ 413+ 428 429 442 444+ 455 457 458+ 460 477 519 524 533 558 567 574 583 "
        + "613 624 643 655 689 707 791 806+ 814 840+ 883 1010+ 1022+";

    /// <summary>Women of the lung data.</summary>
    public const string LungWomen =
        "5 60 61 62 79 81 92+ 95 105+ 107 122 145 145 153 166 167 173+ 175+ 177+ 182 186 192+ 194 199 201 201 "
        + "202+ 203+ 208 211+ 224+ 226 235+ 239 240+ 243+ 245 252+ 266+ 268 269+ 272+ 276+ 285 292+ 293 296+ "
        + "305 310 315+ 332+ 340 345 348 350 351 356+ 361 363 364+ 371 376+ 382+ 384+ 426 433 444 450 473 511+ "
        + "511+ 520 524 529+ 543+ 550 551+ 559+ 588+ 641 654 687 705 728 731 735 740+ 765 821+ 965+";

    /// <summary>
    /// Disease-free survival after bone marrow transplants, acute lymphoblastic leukaemia: example 4 of SAS's LIFETEST.
    /// </summary>
    public const string TransplantsAll =
        "2081+ 1602+ 1496+ 1462+ 1433+ 1377+ 1330+ 996+ 226+ 1199+ 1111+ 530+ 1182+ 1167+ 418 383 "
        + "276 104 609 172 487 662 194 230 526 122 129 74 122 86 466 192 109 55 1 107 110 332";

    public static List<Timing> Read(string times) =>
        [.. times.Split(' ').Select(time => new Timing(Seconds(time), !time.EndsWith('+'), 1))];

    /// <summary>Times with the number of their cause behind a colon; censored ones with a plus sign.</summary>
    public static List<CauseTiming> ReadCauses(string times) =>
        [
            .. times
                .Split(' ')
                .Select(time => time.Split(':'))
                .Select(part => new CauseTiming(Seconds(part[0]), part.Length == 2 ? (int)Seconds(part[1]) : 0, 1)),
        ];

    private static long Seconds(string text) => long.Parse(text.TrimEnd('+'), CultureInfo.InvariantCulture);
}
