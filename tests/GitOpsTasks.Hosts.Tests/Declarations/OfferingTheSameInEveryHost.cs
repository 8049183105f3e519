using System.Reflection;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.GitOps;
using GitOpsTasks.Contracts;
using GitOpsTasks.MSBuild;
using Microsoft.Build.Framework;

namespace GitOpsTasks.Hosts.Tests.Declarations;

public sealed class OfferingTheSameInEveryHost
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Tasks => [.. DeclaredFiles.BuildTasks.Select(task => task.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Gives_an_MSBuild_task_a_property_for_each_input_and_output(string name)
    {
        var task = Task(name);
        var properties = MSBuildClass(task).GetProperties(Own);
        var outputs = properties.Where(property => property.IsDefined(typeof(OutputAttribute))).ToList();

        Shapes(outputs).ShouldBe(task.DeclaredOutputs.Select(Shape), ignoreOrder: true);
        Shapes(properties).ShouldBe(task.Inputs.Where(input => !input.Secret).Select(Shape).Select(AsTextWhereANumber).Union(task.DeclaredOutputs.Select(Shape)), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Gives_an_MSBuild_task_the_defaults_of_the_inputs(string name)
    {
        var task = Task(name);
        var instance = Activator.CreateInstance(MSBuildClass(task))!;
        foreach (var flag in task.Inputs.Where(input => input.Kind == InputKind.Flag))
        {
            var value = (bool)instance.GetType().GetProperty(HostNames.Pascal(flag.Name))!.GetValue(instance)!;
            (value ? "true" : "false").ShouldBe(flag.Default, flag.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Gives_Cake_settings_a_property_for_each_input(string name) =>
        Shapes(CakeClass(name, "Settings").GetProperties(Own))
            .ShouldBe(Task(name).Inputs.Where(input => !input.Secret).Select(Shape), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Gives_a_Cake_result_a_property_for_each_output(string name) =>
        Shapes(CakeClass(name, "Result").GetProperties(Own)).ShouldBe(Task(name).DeclaredOutputs.Select(Shape), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Has_a_Cake_alias_that_takes_the_settings_and_gives_the_result(string name)
    {
        var alias = typeof(GitOpsAliases).GetMethod($"GitOps{HostNames.Pascal(name)}").ShouldNotBeNull();
        alias.IsDefined(typeof(CakeMethodAliasAttribute)).ShouldBeTrue();
        alias.GetParameters().Select(parameter => parameter.ParameterType)
            .ShouldBe([typeof(ICakeContext), CakeClass(name, "Settings")]);
        alias.ReturnType.ShouldBe(CakeClass(name, "Result"));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Names_Cake_properties_so_that_they_lead_back_to_inputs(string name)
    {
        foreach (var input in Task(name).Inputs)
            SettingsTexts.NameOf(HostNames.Pascal(input.Name)).ShouldBe(input.Name);
    }

    [Fact]
    public void Has_no_MSBuild_task_and_no_alias_without_a_task()
    {
        typeof(GitOpsTask).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(GitOpsTask)))
            .ShouldBe(DeclaredFiles.BuildTasks.Select(MSBuildClass), ignoreOrder: true);
        typeof(GitOpsAliases).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name)
            .ShouldBe(DeclaredFiles.BuildTasks.Select(task => $"GitOps{HostNames.Pascal(task.Name)}"), ignoreOrder: true);
    }

    private static TaskDeclaration Task(string name) => DeclaredFiles.BuildTasks.Single(task => task.Name == name);

    private static Type MSBuildClass(TaskDeclaration task) =>
        typeof(GitOpsTask).Assembly.GetType($"GitOpsTasks.MSBuild.{HostNames.MSBuildTask(task)}", throwOnError: true)!;

    private static Type CakeClass(string task, string suffix) =>
        typeof(GitOpsAliases).Assembly.GetType($"Cake.GitOps.GitOps{HostNames.Pascal(task)}{suffix}", throwOnError: true)!;

    private static (string Name, InputKind Shape) Shape(TaskInput input) => (HostNames.Pascal(input.Name), Plain(input.Kind));

    private static (string Name, InputKind Shape) Shape(TaskOutput output) => (HostNames.Pascal(output.Name), Plain(output.Kind));

    // An unset property of MSBuild is empty, which is no number.
    private static (string Name, InputKind Shape) AsTextWhereANumber((string Name, InputKind Shape) input) =>
        input.Shape == InputKind.Number ? (input.Name, InputKind.Text) : input;

    private static InputKind Plain(InputKind kind) => kind == InputKind.Choice ? InputKind.Text : kind;

    private static IEnumerable<(string Name, InputKind Shape)> Shapes(IEnumerable<PropertyInfo> properties) =>
        properties.Select(property => (property.Name, ShapeOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)));

    private static InputKind ShapeOf(Type type)
    {
        if (type == typeof(bool))
            return InputKind.Flag;
        if (type == typeof(int))
            return InputKind.Number;
        return type == typeof(string) ? InputKind.Text : InputKind.TextList;
    }
}
