using System.Text.RegularExpressions;
using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>What workflows in the documentation say of the actions is so.</summary>
public sealed partial class DocumentingWorkflows
{
    private static readonly WorkflowDocument[] s_all =
        [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Order(StringComparer.Ordinal).Select(file => $"docs/{Path.GetFileName(file)}").SelectMany(WorkflowDocument.Of)];

    public static TheoryData<string> Titles => [.. s_all.Select(workflow => workflow.Title)];

    public static TheoryData<string> Complete => [.. WorkflowDocument.Of("docs/github.md").Select(workflow => workflow.Title)];

    [Fact]
    public void Has_every_task_and_the_chain_somewhere() =>
        s_all.SelectMany(workflow => workflow.Jobs).SelectMany(job => WorkflowDocument.Steps(job.Value)).Select(WorkflowDocument.ActionOf).OfType<string>().Distinct()
            .ShouldBe(["", "actions/build", "actions/generate", "actions/lint", "actions/bump", "actions/promote"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Titles))]
    public void Gives_actions_inputs_that_they_have(string title)
    {
        foreach (var step in Of(title).Jobs.SelectMany(job => WorkflowDocument.Steps(job.Value)))
        {
            if (WorkflowDocument.ActionOf(step) is { } action)
                WorkflowDocument.Keys(step, "with").Except(ActionYaml.Of(action).Inputs.Keys).ShouldBeEmpty($"{title}: {action}");
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Refers_to_outputs_that_there_are(string title)
    {
        var workflow = Of(title);
        foreach (var (_, job) in workflow.Jobs)
        {
            var outputs = WorkflowDocument.Steps(job).Where(step => WorkflowDocument.Text(step, "id") is not null && WorkflowDocument.ActionOf(step) is not null)
                .SelectMany(step => ActionYaml.Of(WorkflowDocument.ActionOf(step)!).Outputs.Select(output => $"steps.{WorkflowDocument.Text(step, "id")}.outputs.{output}"));
            WorkflowDocument.Texts(job).SelectMany(text => StepOutput().Matches(text)).Select(match => match.Value).Except(outputs).ShouldBeEmpty(title);
            WorkflowDocument.Texts(job).SelectMany(text => JobOutput().Matches(text))
                .ShouldAllBe(match => WorkflowDocument.Keys(workflow.Jobs.ToDictionary()[match.Groups["job"].Value], "outputs").Contains(match.Groups["output"].Value));
        }
    }

    [Theory]
    [MemberData(nameof(Complete))]
    public void Grants_nothing_by_default_and_pins_what_it_uses(string title)
    {
        var workflow = Of(title);
        WorkflowDocument.Keys(workflow.Root, "permissions").ShouldBeEmpty(title);
        workflow.Root.Children.ContainsKey("permissions").ShouldBeTrue(title);
        foreach (var (_, job) in workflow.Jobs)
        {
            job.Children.ContainsKey("permissions").ShouldBeTrue();
            WorkflowDocument.Steps(job).Select(step => WorkflowDocument.Text(step, "uses")).OfType<string>().ShouldAllBe(uses => Pinned().IsMatch(uses));
        }
    }

    private static WorkflowDocument Of(string title) => s_all.Single(workflow => workflow.Title == title);

    [GeneratedRegex(@"steps\.[a-z-]+\.outputs\.[a-z-]+")]
    private static partial Regex StepOutput();

    [GeneratedRegex(@"needs\.(?<job>[a-z-]+)\.outputs\.(?<output>[a-z-]+)")]
    private static partial Regex JobOutput();

    [GeneratedRegex(@"\A[A-Za-z0-9/-]+@(?:[A-Z_]+_SHA|[0-9a-f]{40})\z")]
    private static partial Regex Pinned();
}
