using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using ReportEngine.Cases;

namespace ReportEngine.Tests.Cases;

/// <summary>
/// A folder of CSV files that can be imported as it is: six platforms, each with one service of the same id, all codes,
/// one organisation, one agency, one indicator of one plan, no cases. Rows are anonymous objects with the columns that
/// matter to a test; keys count up, recorded_at is the time it happened, the rest is filled from <see cref="Usual"/>.
/// <code> using var folder = new CsvFolder().With("subject", new { subject_id = 1, service_id = "telegram" }); var
/// database = folder.Import(); </code>
/// </summary>
internal sealed class CsvFolder : IDisposable
{
    public const string ExtractedAt = "2026-01-15T18:59:59Z";
    public const string UsualTime = "2025-07-01T00:00:00Z";

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> columns = new(ReadColumns);

    private static readonly Dictionary<string, object> Usual = new()
    {
        ["subject"] = new
        {
            service_id = "x",
            subject_type = "account",
            org_id = "org-1",
            detection_source = "analyst",
            attribution_confidence = "confirmed",
        },
        ["assessment"] = new
        {
            subject_id = 1,
            analyst_role = "analyst",
            result = "refer",
            protected_context = "none",
        },
        ["submission"] = new
        {
            service_id = "x",
            agency_id = "agency-1",
            issuing_agency_id = "agency-1",
            channel = "portal",
            basis = "referral",
        },
        ["referral"] = new
        {
            submission_id = 1,
            subject_id = 1,
            recorded_at = UsualTime,
        },
        ["referral_event"] = new { referral_id = 1, kind = "ack" },
        ["verification"] = new
        {
            subject_id = 1,
            state = "down",
            vantage = "PK",
            method = "manual",
        },
        ["subject_link"] = new
        {
            kind = "mirror_of",
            evidence_code = "content",
            confidence = "confirmed",
            decided_role = "analyst",
        },
        ["network_block"] = new
        {
            subject_id = 1,
            kind = "ordered",
            ground_code = "ground-1",
        },
        ["data_request"] = new
        {
            service_id = "x",
            agency_id = "agency-1",
            type = "voluntary",
            legal_instrument = "letter",
            accounts_specified = 1,
        },
        ["data_request_response"] = new { udr_id = 1, outcome = "full" },
        ["data_request_subject"] = new { udr_id = 1, subject_id = 1 },
        ["appeal"] = new
        {
            referral_id = 1,
            lodged_by = "user",
            forum = "platform",
        },
        ["appeal_decision"] = new { appeal_id = 1, result = "upheld" },
        ["reinstatement"] = new { referral_id = 1, cause = "review" },
        ["quality_audit"] = new
        {
            referral_id = 1,
            verdict = "correct",
            sample_frame = "double_blind",
        },
        ["follow_on"] = new { referral_id = 1, kind = "inquiry" },
        ["commitment_event"] = new
        {
            ask_id = "ask-1",
            platform_id = "x",
            status = "promised",
            verified = 1,
        },
        ["nap_value"] = new
        {
            indicator_id = "indicator-1",
            agency_id = "agency-1",
            quarter = "2025-Q3",
            value = 1,
            recorded_at = UsualTime,
        },
    };

    private readonly Dictionary<string, List<string>> rows = columns.Value.Keys.ToDictionary(
        table => table,
        _ => new List<string>()
    );
    private readonly Dictionary<string, byte[]> files = [];
    private readonly HashSet<string> removed = [];
    private readonly string root = Sample.TemporaryFolder();

    public CsvFolder()
    {
        With(
            "dataset",
            new
            {
                dataset_id = "test",
                title = "Test register",
                office = "Test office",
                contact = "Test desk",
                baseline_on = "2025-01-01",
                extracted_at = ExtractedAt,
                invented = 1,
            }
        );
        foreach (var name in new[] { "Facebook", "Instagram", "Telegram", "TikTok", "WhatsApp", "X" })
        {
            var id = name.ToLowerInvariant();
            With(
                "platform",
                new
                {
                    platform_id = id,
                    name,
                    owner = "Owner of " + name,
                }
            );
            With(
                "service",
                new
                {
                    service_id = id,
                    platform_id = id,
                    name,
                }
            );
        }
        WithLines(
            "subject_type",
            "account,Account,1",
            "page,Page,1",
            "channel,Channel,1",
            "group,Group,1",
            "post,Post,0",
            "video,Video,0",
            "website,Website,0"
        );
        WithLines(
            "outcome_code",
            "removed_global,Removed,ہٹا دیا گیا,1,1,blocked,1",
            "restricted_geo,Restricted in Pakistan,پاکستان میں محدود,1,1,blocked,2",
            "partial,Partly limited,جزوی طور پر محدود,1,1,blocked,3",
            "already_unavailable,Already unavailable,پہلے سے غیر دستیاب,1,0,excluded,4",
            "not_found,Not found,نہیں ملا,1,0,excluded,5",
            "duplicate,Duplicate,مکرر,1,0,excluded,6",
            "insufficient_info,Too little information,ناکافی معلومات,1,0,rejected,7",
            "refused_policy,Refused: policy,پالیسی کی بنا پر انکار,1,0,rejected,8",
            "refused_legal,Refused: law,قانون کی بنا پر انکار,1,0,rejected,9",
            "no_action_stated,No action stated,کوئی کارروائی نہیں بتائی گئی,1,0,accessible,10",
            "withdrawn,Withdrawn,واپس لیا گیا,1,0,excluded,11",
            "pending,Pending,زیر التوا,0,0,accessible,12"
        );
        WithLines(
            "basis_code",
            "direction,Direction,1",
            "referral,Referral,0",
            "court_order,Court order,1",
            "emergency_direction,Emergency direction,1"
        );
        WithLines("legal_ground", "ground-1,Test Act,1,Test ground,,");
        WithLines("detection_source", "analyst,Analyst,0", "classifier,Classifier,1");
        WithLines("agency", "agency-1,Test agency,both,,,");
        WithLines("organisation", "org-1,Test organisation");
        WithLines("nap_plan", "plan-1,Test plan,2025-01-01,");
        WithLines("nap_point", "point-1,plan-1,1,Test point,,paraphrased,1,");
        WithLines("nap_indicator", "indicator-1,point-1,Test indicator,output,count,Things,,up,agency-1");
        WithLines("designation_list", "pk,PK,Test list", "un,UN,Test list", "us,US,Test list", "uk,UK,Test list");
    }

    public string Folder => Path.Combine(root, "csv");

    public string DatabaseFile => Path.Combine(root, "cases.db");

    /// <summary>Adds rows, each an anonymous object whose properties are named as columns.</summary>
    public CsvFolder With(string table, params object[] added)
    {
        foreach (var row in added)
        {
            rows[table].Add(Line(table, row));
        }
        return this;
    }

    /// <summary>Adds lines as they stand, in the order of the schema's columns.</summary>
    public CsvFolder WithLines(string table, params string[] lines)
    {
        rows[table].AddRange(lines);
        return this;
    }

    /// <summary>Takes all rows out of a table, the usual ones too.</summary>
    public CsvFolder WithNone(string table)
    {
        rows[table].Clear();
        return this;
    }

    /// <summary>Puts a file in the folder as it stands, in place of the table's if it is named so.</summary>
    public CsvFolder WithFile(string name, string text) => WithFile(name, Encoding.UTF8.GetBytes(text));

    public CsvFolder WithFile(string name, byte[] bytes)
    {
        files[name] = bytes;
        return this;
    }

    public CsvFolder WithoutFile(string name)
    {
        removed.Add(name);
        return this;
    }

    /// <summary>
    /// One account sent once in one submission, and the decision on it if there is one; gives its id (all three have
    /// the same).
    /// </summary>
    public int Referral(
        string service,
        string submittedAt,
        string? outcome = null,
        string? decidedAt = null,
        int? followers = null,
        string basis = "referral"
    )
    {
        var id = rows["referral"].Count + 1;
        With(
            "subject",
            new
            {
                subject_id = id,
                service_id = service,
                first_seen_at = submittedAt,
                first_detected_at = submittedAt,
                followers_at_referral = followers,
            }
        );
        With(
            "submission",
            new
            {
                submission_id = id,
                service_id = service,
                submitted_at = submittedAt,
                basis,
            }
        );
        With(
            "referral",
            new
            {
                referral_id = id,
                submission_id = id,
                subject_id = id,
                recorded_at = submittedAt,
            }
        );
        if (outcome is not null)
        {
            With(
                "referral_event",
                new
                {
                    referral_id = id,
                    at = decidedAt ?? submittedAt,
                    kind = "decision",
                    outcome_code = outcome,
                }
            );
        }
        return id;
    }

    public string Text(string table) => string.Join('\n', rows[table].Prepend(Header(table))) + "\n";

    public static string Header(string table) => string.Join(',', columns.Value[table]);

    public CsvFolder Write()
    {
        Directory.CreateDirectory(Folder);
        foreach (var table in rows.Keys)
        {
            File.WriteAllText(Path.Combine(Folder, table + ".csv"), Text(table));
        }
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        }
        foreach (var name in removed)
        {
            File.Delete(Path.Combine(Folder, name));
        }
        return this;
    }

    /// <summary>Puts the rows of every table in another order; keys stay with their rows.</summary>
    public void Shuffle(int seed)
    {
#pragma warning disable CA5394 // Any order will do, the same each time.
        var random = new Random(seed);
        foreach (var table in rows.Keys)
        {
            var shuffled = rows[table].ToArray();
            random.Shuffle(shuffled);
            rows[table] = [.. shuffled];
        }
#pragma warning restore CA5394
    }

    /// <summary>Imports the folder and gives the path of the database, which goes with this object.</summary>
    public string Import()
    {
        Write();
        ReportEngine.Cases.Import.Folder(Folder, DatabaseFile, replace: true);
        return DatabaseFile;
    }

    /// <summary>
    /// Imports the folder, which must be refused, and gives each problem as the line that is printed.
    /// </summary>
    public string[] Problems()
    {
        var refused = Assert.Throws<ReportException>(Import);
        Assert.Equal(ExitCode.DataFailed, refused.ExitCode);
        Assert.False(File.Exists(DatabaseFile));
        return
        [
            .. refused.Problems.Select(problem =>
                problem.ToString().Replace(Folder, "FOLDER", StringComparison.Ordinal)
            ),
        ];
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Line(string table, object row)
    {
        var given = ValuesOf(row);
        foreach (var unknown in given.Keys.Except(columns.Value[table]))
        {
            throw new ArgumentException(table + " has no column " + unknown, nameof(row));
        }
        var usual = Usual.TryGetValue(table, out var values) ? ValuesOf(values) : [];
        var fields = columns
            .Value[table]
            .ToDictionary(
                column => column,
                column =>
                    given.TryGetValue(column, out var value)
                        ? value
                        : usual.GetValueOrDefault(
                            column,
                            column == "at"
                            || (column.EndsWith("_at", StringComparison.Ordinal) && column != "recorded_at")
                                ? UsualTime
                                : ""
                        )
            );
        var key = columns.Value[table][0];
        fields[key] =
            fields[key].Length > 0 ? fields[key] : (rows[table].Count + 1).ToString(CultureInfo.InvariantCulture);
        if (
            fields.TryGetValue("recorded_at", out var recordedAt)
            && recordedAt.Length == 0
            && !given.ContainsKey("recorded_at")
        )
        {
            fields["recorded_at"] = fields
                .Where(field => field.Key == "at" || field.Key.EndsWith("_at", StringComparison.Ordinal))
                .Select(field => field.Value)
                .Max(StringComparer.Ordinal)!;
        }
        return string.Join(',', columns.Value[table].Select(column => Quoted(fields[column])));
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n")
            ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : text;

    private static Dictionary<string, string> ValuesOf(object row) =>
        row.GetType()
            .GetProperties()
            .ToDictionary(
                property => property.Name,
                property => Convert.ToString(property.GetValue(row), CultureInfo.InvariantCulture) ?? ""
            );

    private static Dictionary<string, IReadOnlyList<string>> ReadColumns()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            Schema.Sql
            + ";SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' "
            + "ORDER BY t.rowid, c.cid";
        using var reader = command.ExecuteReader();
        var found = new List<(string Table, string Column)>();
        while (reader.Read())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }
        return found
            .GroupBy(pair => pair.Table, pair => pair.Column)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group]);
    }
}
