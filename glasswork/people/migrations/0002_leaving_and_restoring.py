from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='account',
            name='leaves_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='host',
            name='restored_on',
            field=models.DateField(null=True),
        ),
    ]
