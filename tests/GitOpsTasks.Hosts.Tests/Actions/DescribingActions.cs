using GitOpsTasks.Hosts.Tests.Declarations;
using YamlDotNet.Serialization;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class DescribingActions
{
    public static TheoryData<string> Files => [.. DeclaredFiles.All.Select(file => file.Path).Where(path => path.EndsWith("action.yml", StringComparison.Ordinal))];

    [Fact]
    public void Has_one_for_each_task_and_one_for_the_chain() => Files.Select(row => row.Data).ShouldBe(
        [
            "action.yml", "actions/build/action.yml", "actions/bump/action.yml", "actions/generate/action.yml",
            "actions/lint/action.yml", "actions/promote/action.yml", "actions/run/action.yml", "actions/wait/action.yml",
        ],
        ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void Runs_the_one_image_whose_context_is_the_repository(string file)
    {
        var runs = Read(file)["runs"].ShouldBeOfType<Dictionary<object, object>>();
        runs["using"].ShouldBe("docker");
        var dockerfile = Path.GetFullPath((string)runs["image"], Path.GetDirectoryName(Repository.PathOf(file))!);
        dockerfile.ShouldBe(Repository.PathOf("Dockerfile"));
        File.Exists(dockerfile).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Describes_every_input_and_output(string file)
    {
        var action = Read(file);
        foreach (var group in new[] { "inputs", "outputs" })
        {
            foreach (var (_, entry) in (Dictionary<object, object>)action[group])
                ((string)((Dictionary<object, object>)entry)["description"]).ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static Dictionary<string, object> Read(string file) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(Repository.PathOf(file)));
}
