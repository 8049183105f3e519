using System.Collections;
using GitOpsTasks.MSBuild;
using Microsoft.Build.Framework;
using TaskLoggingHelper = Microsoft.Build.Utilities.TaskLoggingHelper;

namespace GitOpsTasks.Hosts.Tests.Azure;

/// <summary>Progress of a task of MSBuild, which an agent reads in the log of <c>dotnet build</c>.</summary>
public sealed class ShowingProgressInABuild
{
    private const string Attack = "a\n##vso[task.complete result=Failed;]b\n##[error]c";

    [Fact]
    public async Task Holds_no_command()
    {
        var engine = new MessageEngine();
        var root = new LogProgress(new TaskLoggingHelper(engine, "GitOpsBump"));
        using (var step = root.Begin(Attack))
        {
            step.Report(Attack);
            step.Complete(Attack);
        }

        engine.Messages.Count.ShouldBe(3);
        (await AzureOracle.ReadAsync(string.Join('\n', engine.Messages))).ShouldBeEmpty();
    }

    private sealed class MessageEngine : IBuildEngine
    {
        public List<string?> Messages { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 1;

        public int ColumnNumberOfTaskNode => 1;

        public string ProjectFileOfTaskNode => "test.proj";

        public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message);

        public void LogErrorEvent(BuildErrorEventArgs e) => Messages.Add(e.Message);

        public void LogWarningEvent(BuildWarningEventArgs e) => Messages.Add(e.Message);

        public void LogCustomEvent(CustomBuildEventArgs e) => Messages.Add(e.Message);

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;
    }
}
