using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Lint;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml.Conformance;

public sealed class RunningTheYamlTestSuite(ITestOutputHelper output)
{
    /// <summary>Cases our parser is known to fail, each with the reason in a comment.</summary>
    private static readonly string[] KnownFailures = [];

    // A theory without rows fails; the one row of an absent suite is skipped.
    public static TheoryData<string> Ids { get; } =
        Corpus.Has("yaml-test-suite") ? new TheoryData<string>(YamlTestSuite.Cases.Keys) : new TheoryData<string>("absent");

    [Fact]
    public void Finds_every_case_of_the_suite()
    {
        var cases = YamlTestSuite.Cases.Values;
        (cases.Count(known => !known.IsInvalid), cases.Count(known => known.IsInvalid)).ShouldBe((308, 94));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reads_what_is_valid_and_rejects_what_is_not(string id)
    {
        var known = YamlTestSuite.Cases[id];
        if (KnownFailures.Contains(id))
            return;
        var file = Read(known);
        if (known.IsInvalid)
        {
            file.IsValid.ShouldBeFalse(known.Text);
        }
        else
        {
            file.Diagnostics.Where(found => found.Severity == Severity.Error).ShouldBeEmpty(known.Text);
            EventTree.Of(file).ShouldBe(known.Events, known.Text);
        }
    }

    [Fact]
    public void Scores_better_than_YamlDotNet()
    {
        var cases = YamlTestSuite.Cases.Values.ToList();
        var ours = cases.Where(known => !Passes(known)).Select(known => known.Id).ToList();
        var theirs = cases.Where(known => !OraclePasses(known)).Select(known => known.Id).ToList();
        output.WriteLine($"Ours: {cases.Count - ours.Count} of {cases.Count}; fails {string.Join(' ', ours)}");
        output.WriteLine($"YamlDotNet: {cases.Count - theirs.Count} of {cases.Count}; fails {string.Join(' ', theirs)}");
        ours.ShouldBe(KnownFailures);
        (cases.Count - ours.Count).ShouldBeGreaterThanOrEqualTo(395);
        ours.Count.ShouldBeLessThan(theirs.Count);
    }

    private static bool Passes(SuiteCase known)
    {
        var file = Read(known);
        return known.IsInvalid ? !file.IsValid : file.IsValid && EventTree.Of(file).SequenceEqual(known.Events);
    }

    private static bool OraclePasses(SuiteCase known)
    {
        var reading = OracleReading.Of(known.Text);
        return known.IsInvalid ? !reading.IsValid : reading.IsValid && reading.Events.SequenceEqual(known.Events);
    }

    private static YamlFile Read(SuiteCase known) => YamlFile.Parse(Encoding.UTF8.GetBytes(known.Text), known.Id);
}
