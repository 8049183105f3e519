using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;

namespace GitOpsTasks.Tests.Generate;

public sealed class RefusingSpecs : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("workload: deploymnet", "6:11: error GOT1106: 'deploymnet' is not supported here. Did you mean 'deployment'?")]
    [InlineData("autoscalling: {}", "6:1: error GOT1101: The key 'autoscalling' is not known here. Did you mean 'autoscaling'?")]
    [InlineData("ingress: { hostt: a.b }", "6:12: error GOT1101: The key 'hostt' is not known here. Did you mean 'host'?")]
    [InlineData("environments: { prod: { ingress: { clas: x } } }", "6:36: error GOT1101: The key 'clas' is not known here. Did you mean 'class'?")]
    [InlineData("replicas: 2\nautoscaling: {}", "6:11: error GOT1107: The autoscaler says how many pods there are.")]
    [InlineData("autoscaling: { min: 5, max: 2 }", "6:29: error GOT1107: The most pods, 2, are fewer than the fewest, 5.")]
    [InlineData("autoscaling: { min: 0 }", "6:21: error GOT1106: '0' is not a value this key can have. Write 1 or more.")]
    [InlineData("workload: daemonSet\nreplicas: 2", "7:11: error GOT1107: The nodes say how many pods a DaemonSet has, and where.")]
    [InlineData("cron: { schedule: '0 3 * * *' }", "6:7: error GOT1107: Only a job ends by itself.")]
    [InlineData("canary: {}", "6:9: error GOT1107: Only 'workload: rollout' goes step by step.")]
    [InlineData("workload: rollout\ncanary: {}\nblueGreen: {}", "8:12: error GOT1107: A Rollout is either a canary or blue-green.")]
    [InlineData("workload: rollout\ncanary: { steps: [{}] }", "7:19: error GOT1107: This step does nothing.")]
    [InlineData("workload: rollout\ncanary: { steps: [{ weight: 101 }] }", "7:29: error GOT1106: '101' is not a value this key can have. Write a number from 0 to 100.")]
    [InlineData("workload: statefulSet\nupdate: { type: recreate }", "7:17: error GOT1107: This workload cannot be updated by 'recreate'.")]
    [InlineData("workload: statefulSet\nflagger: {}", "7:10: error GOT1107: Flagger brings out Deployments here.")]
    [InlineData("flagger: {}\nreplicas: 2", "7:11: error GOT1107: Flagger says how many pods the Deployment has")]
    [InlineData("route: { host: a.b }", "6:8: error GOT1103: The route belongs to no gateway.")]
    [InlineData("ingress: { host: UPPER.example.com }", "6:18: error GOT1106: 'UPPER.example.com' is not a value this key can have.")]
    [InlineData("ingress: { host: a.b, hosts: [c.d] }", "6:18: error GOT1107: Both 'host' and 'hosts' are given.")]
    [InlineData("ingress: { port: admin }", "6:10: error GOT1107: There is no port 'admin'. Its ports are http.")]
    [InlineData("service: { enabled: false }\ningress: {}", "6:10: error GOT1107: Without a Service nothing gets to the pods.")]
    [InlineData("probes: { liveness: { path: /a, command: [b] } }", "6:42: error GOT1107: A probe either runs a command or asks a port.")]
    [InlineData("probes: { liveness: [a] }", "6:21: error GOT1102: A list stands here.")]
    [InlineData("volumes: { data: { size: 1Gi } }", "6:18: error GOT1103: The key 'mount' is missing.")]
    [InlineData("volumes: { data: { mount: data } }", "6:27: error GOT1106: 'data' is not a value this key can have. Write an absolute path in the container")]
    [InlineData("volumes: { tmp: { mount: /a } }", "6:12: error GOT1106: 'tmp' is not a name that can stand here.")]
    [InlineData("volumes: { data: { mount: /a, size: 1Gi, claim: b } }", "6:49: error GOT1107: A volume cannot have both 'size' and 'claim'.")]
    [InlineData("volumes: { a: { mount: /a }, b: { mount: /a } }", "6:10: error GOT1107: Two things are mounted at '/a'.")]
    [InlineData("files: { /etc/a: {} }", "6:18: error GOT1107: A file has either its text in 'content' or the file it is read from in 'from'.")]
    [InlineData("files: { /etc/a: { from: no.txt } }", "6:26: error GOT4030: There is no file 'no.txt'.")]
    [InlineData("secrets: { db: {} }", "6:16: error GOT1107: Nothing uses this secret.")]
    [InlineData("secrets: { db: { envFrom: true, external: { store: vault } } }", "6:43: error GOT1107: Nothing is taken from the store.")]
    [InlineData("secrets: { db: { envFrom: true, sealed: no.yaml } }", "6:41: error GOT4030: There is no file 'no.yaml'.")]
    [InlineData("secrets: { db: { envFrom: true, sealed: web.yaml } }", "6:41: error GOT4031: 'web.yaml' does not hold one SealedSecret named 'db'.")]
    [InlineData("migration: {}\nsecrets: { db: { envFrom: true, external: { store: a, extract: b } } }", "6:12: error GOT1107: The migration runs before its secrets are made.")]
    [InlineData("networkPolicy: { from: [{}] }", "6:25: error GOT1107: This names nobody, or two.")]
    [InlineData("networkPolicy: { to: [{ cidr: 10.0.0.1 }] }", "6:31: error GOT1106: '10.0.0.1' is not a value this key can have.")]
    [InlineData("disruptionBudget: { maxUnavailable: 1, minAvailable: 1 }", "6:54: error GOT1107: A budget has either 'maxUnavailable' or 'minAvailable'.")]
    [InlineData("disruptionBudget: { maxUnavailable: half }", "6:37: error GOT1106: 'half' is not a value this key can have. Write a number such as 1, or a share such as 25%.")]
    [InlineData("labels: { app.kubernetes.io/name: x }", "6:11: error GOT1106: 'app.kubernetes.io/name' is not a name that can stand here. Take another label")]
    [InlineData("envFile: a.env\nenvFiles: [b.env]", "6:10: error GOT1107: Both 'envFile' and 'envFiles' are given.")]
    [InlineData("environments: { prod: { image: 'x:latest' } }", "6:32: error GOT1106: 'x:latest' is not a value this key can have. Leave the tag out")]
    [InlineData("secrets: { a: { env: { X: x } }, b: { env: { X: y } } }", "6:10: error GOT1107: Two secrets set the variable 'X'.")]
    [InlineData("sidecars: { proxy: { port: 9000 } }", "6:20: error GOT1107: This would run the application a second time. Write an 'image', or a 'command'.")]
    [InlineData("sidecars: { web: { command: [x] } }", "6:11: error GOT1107: Two containers are named 'web'.")]
    [InlineData("sidecars: { a: { command: [x] } }\ninitContainers: { a: { command: [x] } }", "6:11: error GOT1107: Two containers are named 'a'.")]
    [InlineData("sidecars: { a: { command: [x], mounts: { data: /data } } }", "6:11: error GOT1107: There is no volume 'data' for the container 'a'.")]
    [InlineData("sidecars: { a: { image: 'ghcr.io/acme/a:latest' } }", "6:25: error GOT1106: 'ghcr.io/acme/a:latest' is not a value this key can have. Leave the tag out")]
    [InlineData("initContainers: { a: { image: 'ghcr.io/acme/web:0.9.0' } }", "6:17: error GOT1107: Containers of one pod have several versions of 'ghcr.io/acme/web'.")]
    [InlineData("sidecars: { a: { image: 'ghcr.io/acme/a:1', env: { API_TOKEN: 8f3kd92kfl30fk4mf9s } } }", "6:63: error GOT4009: The value of 'API_TOKEN' looks like a secret")]
    [InlineData("initContainers: { a: { command: [x], port: 9000 } }", "6:38: error GOT1101: The key 'port' is not known here.")]
    [InlineData("environments: { prod: { from: no.yaml } }", "6:31: error GOT4030: There is no file 'no.yaml'.")]
    [InlineData("environments: { prod: { layout: flat } }", "6:25: error GOT1101: The key 'layout' is not known here.")]
    public async Task Says_where_and_what_to_do(string text, string expected) =>
        (await ErrorsAsync(Workshop.FiveLines + text + "\n")).ShouldContain(error => error.StartsWith("web.yaml:" + expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("workload: cronJob", "error GOT1103: A CronJob has no schedule.")]
    [InlineData("workload: cronJob\ncron: { schedule: daily }", "6:19: error GOT1106: 'daily' is not a value this key can have. Write minute, hour, day, month and weekday")]
    [InlineData("workload: job\nreplicas: 2", "6:11: error GOT1107: A job takes no requests and has no number of pods.")]
    [InlineData("ingress: {}", "5:10: error GOT1107: There is no port for 'ingress'.")]
    public async Task Says_what_a_workload_without_a_port_lacks(string text, string expected) =>
        (await ErrorsAsync(Workshop.FiveLines.Replace("port: 8080\n", "") + text + "\n")).ShouldContain(error => error.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public async Task Shows_errors_of_an_environment_in_its_own_file()
    {
        _workshop.Write("env/prod.yaml", "replicas: 2\nreplica: 3\n");
        (await ErrorsAsync(Workshop.FiveLines + "environments: { prod: { from: env/prod.yaml } }\n")).ShouldHaveSingleItem()
            .ShouldStartWith("env/prod.yaml:2:1: error GOT1101: The key 'replica' is not known here.");
    }

    [Fact]
    public async Task An_environment_is_its_file_and_what_stands_beside_it()
    {
        _workshop.Write("env/prod.yaml", "replicas: 2\nenv: { A: file, B: file }\nresources: { memory: 1Gi }\n");
        _workshop.Write("web.yaml", Workshop.FiveLines + "env: { A: base, C: base }\nenvironments: { prod: { from: env/prod.yaml, env: { B: spec }, resources: { cpu: 1 } } }\n");
        var app = await AppSpecFile.LoadAsync(_workshop.Context, "web.yaml", TestContext.Current.CancellationToken);
        var prod = app.In("prod");
        prod.Spec.Replicas.ShouldBe(2);
        (prod.Spec.Resources.Cpu, prod.Spec.Resources.Memory).ShouldBe(("1", "1Gi"));
        prod.Data.Values.Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(["A=file", "B=spec", "C=base"]);
    }

    private async Task<IReadOnlyList<string>> ErrorsAsync(string text)
    {
        _workshop.Write("web.yaml", text);
        var failure = await Should.ThrowAsync<TaskFailedException>(AppSpecFile.LoadAsync(_workshop.Context, "web.yaml", TestContext.Current.CancellationToken));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        return [.. failure.Diagnostics.Select(d => d.ToString())];
    }
}
