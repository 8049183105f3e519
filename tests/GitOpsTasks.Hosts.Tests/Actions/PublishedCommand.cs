using System.Reflection;
using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>
/// The command as the image has it: ReadyToRun, with the runtime. Published once per run from what was built with the tests;
/// only its assemblies are compiled ahead of time, for compiling the runtime with them, as for a release, takes minutes.
/// </summary>
internal static class PublishedCommand
{
    private static readonly Lazy<Task<string>> s_folder = new(PublishAsync);

    /// <summary>Absolute path of the folder it is in.</summary>
    public static Task<string> FolderAsync() => s_folder.Value;

    private static async Task<string> PublishAsync()
    {
        var configuration = typeof(PublishedCommand).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var folder = Repository.PathOf("artifacts/publish/of-tests");
        var publishing = await DotNet.RunAsync(
            Repository.Root,
            "publish",
            "actions/GitOpsTasks.Cli",
            "-c",
            configuration,
            "-r",
            "linux-x64",
            "--self-contained",
            "true",
            "-p:PublishReadyToRunComposite=false",
            "-o",
            folder,
            "-v",
            "quiet",
            "-nologo");
        publishing.ExitCode.ShouldBe(0, publishing.Text + publishing.Error);
        return folder;
    }
}
